import type { TestProcess } from '../install-process.ts'

/** A process, of which each part is reached by what the test sends; `order` correlates. */
export const drawing = (
  id: string,
  bpmnId: string,
  name: string,
  inside: string,
  outside: string,
): TestProcess => ({
  id,
  bpmnId,
  name,
  xml: `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
    xmlns:canmou="http://canmou.org/schema/bpmn/1.0" id="${bpmnId}_definitions" targetNamespace="http://canmou.org/test">
  ${outside}
  <bpmn:process id="${bpmnId}" isExecutable="true">${inside}</bpmn:process>
</bpmn:definitions>`,
})

/** `key` is FEEL, as an attribute takes it. */
export const message = (id: string, name: string, key = 'order'): string =>
  `<bpmn:message id="${id}" name="${name}"><bpmn:extensionElements><zeebe:subscription correlationKey="=${key}" /></bpmn:extensionElements></bpmn:message>`

export const read = (id: string, name: string): string =>
  `<bpmn:userTask id="${id}" name="${name}"><bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="marketManager" /><canmou:task decision="read" /></bpmn:extensionElements></bpmn:userTask>`

export const flow = (id: string, from: string, to: string): string =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`

export const on = (reference: string): string =>
  reference.startsWith('S_')
    ? `<bpmn:signalEventDefinition signalRef="${reference}" />`
    : `<bpmn:messageEventDefinition messageRef="${reference}" />`

/** A catch event, then a receive task. */
export const waiting = drawing(
  'WAIT-001',
  'WAIT',
  '等待回复',
  `<bpmn:startEvent id="WAIT_start" />
   <bpmn:intermediateCatchEvent id="WAIT_catch">${on('M_paid')}</bpmn:intermediateCatchEvent>
   <bpmn:receiveTask id="WAIT_receive" messageRef="M_shipped" />
   ${read('WAIT_read', '阅')}
   <bpmn:endEvent id="WAIT_end" />
   ${flow('f1', 'WAIT_start', 'WAIT_catch')}${flow('f2', 'WAIT_catch', 'WAIT_receive')}
   ${flow('f3', 'WAIT_receive', 'WAIT_read')}${flow('f4', 'WAIT_read', 'WAIT_end')}`,
  message('M_paid', 'paid') + message('M_shipped', 'shipped'),
)

/** A task with a boundary event that goes on and one that ends it, and two event sub-processes beside it. */
export const interrupted = drawing(
  'STOP-001',
  'STOP',
  '办理中可补充',
  `<bpmn:startEvent id="STOP_start" />
   ${read('STOP_work', '办理')}
   <bpmn:boundaryEvent id="STOP_more" attachedToRef="STOP_work" cancelActivity="false">${on('M_more')}</bpmn:boundaryEvent>
   <bpmn:boundaryEvent id="STOP_recall" attachedToRef="STOP_work">${on('S_recall')}</bpmn:boundaryEvent>
   ${read('STOP_added', '补充')}${read('STOP_recalled', '召回')}
   <bpmn:endEvent id="STOP_end" /><bpmn:endEvent id="STOP_end2" /><bpmn:endEvent id="STOP_end3" />
   ${flow('f1', 'STOP_start', 'STOP_work')}${flow('f2', 'STOP_work', 'STOP_end')}
   ${flow('f3', 'STOP_more', 'STOP_added')}${flow('f4', 'STOP_added', 'STOP_end2')}
   ${flow('f5', 'STOP_recall', 'STOP_recalled')}${flow('f6', 'STOP_recalled', 'STOP_end3')}
   <bpmn:subProcess id="STOP_question" triggeredByEvent="true">
     <bpmn:startEvent id="STOP_asked" isInterrupting="false">${on('M_asked')}</bpmn:startEvent>
     ${read('STOP_answer', '答复')}<bpmn:endEvent id="STOP_answered" />
     ${flow('q1', 'STOP_asked', 'STOP_answer')}${flow('q2', 'STOP_answer', 'STOP_answered')}
   </bpmn:subProcess>`,
  message('M_more', 'more') + message('M_asked', 'asked') + '<bpmn:signal id="S_recall" name="recall" />',
)

/** Throws a message with a key to another instance, then a signal to everybody. */
export const throwing = drawing(
  'THROW-001',
  'THROW',
  '通知',
  `<bpmn:startEvent id="THROW_start" />
   <bpmn:intermediateThrowEvent id="THROW_paid">${on('M_paid')}</bpmn:intermediateThrowEvent>
   <bpmn:intermediateThrowEvent id="THROW_recall">${on('S_recall')}</bpmn:intermediateThrowEvent>
   <bpmn:endEvent id="THROW_end" />
   ${flow('f1', 'THROW_start', 'THROW_paid')}${flow('f2', 'THROW_paid', 'THROW_recall')}
   ${flow('f3', 'THROW_recall', 'THROW_end')}`,
  message('M_paid', 'paid') + '<bpmn:signal id="S_recall" name="recall" />',
)

/** Begun by hand or by the signal; what came with it stands among its variables. */
export const called = drawing(
  'CALLED-001',
  'CALLED',
  '召回后处理',
  `<bpmn:startEvent id="CALLED_byHand" />
   <bpmn:startEvent id="CALLED_start">${on('S_recall')}</bpmn:startEvent>
   ${read('CALLED_work', '处理')}
   <bpmn:endEvent id="CALLED_end" />
   ${flow('f0', 'CALLED_byHand', 'CALLED_work')}${flow('f1', 'CALLED_start', 'CALLED_work')}
   ${flow('f2', 'CALLED_work', 'CALLED_end')}`,
  '<bpmn:signal id="S_recall" name="recall" />',
)

/** Throws the signal after somebody has read. */
export const recalling = drawing(
  'RECALL-001',
  'RECALL',
  '召回',
  `<bpmn:startEvent id="RECALL_start" />
   ${read('RECALL_decide', '决定召回')}
   <bpmn:intermediateThrowEvent id="RECALL_recall">${on('S_recall')}</bpmn:intermediateThrowEvent>
   <bpmn:endEvent id="RECALL_end" />
   ${flow('f1', 'RECALL_start', 'RECALL_decide')}${flow('f2', 'RECALL_decide', 'RECALL_recall')}
   ${flow('f3', 'RECALL_recall', 'RECALL_end')}`,
  '<bpmn:signal id="S_recall" name="recall" />',
)

/** Waits for the signal. */
export const listening = drawing(
  'LISTEN-001',
  'LISTEN',
  '等待召回',
  `<bpmn:startEvent id="LISTEN_start" />
   <bpmn:intermediateCatchEvent id="LISTEN_catch">${on('S_recall')}</bpmn:intermediateCatchEvent>
   ${read('LISTEN_recalled', '召回')}
   <bpmn:endEvent id="LISTEN_end" />
   ${flow('f1', 'LISTEN_start', 'LISTEN_catch')}${flow('f2', 'LISTEN_catch', 'LISTEN_recalled')}
   ${flow('f3', 'LISTEN_recalled', 'LISTEN_end')}`,
  '<bpmn:signal id="S_recall" name="recall" />',
)
