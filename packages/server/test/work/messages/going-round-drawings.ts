import { drawing, flow, message, on, read } from './waiting-drawings.ts'

const signalled = (id: string, name: string, signal: string, middle: string): ReturnType<typeof drawing> =>
  drawing(
    `${id}-001`,
    id,
    name,
    `<bpmn:startEvent id="${id}_start" />
     <bpmn:startEvent id="${id}_heard">${on(signal)}</bpmn:startEvent>
     ${middle}
     <bpmn:endEvent id="${id}_say">${on(signal)}</bpmn:endEvent>
     ${flow('f1', `${id}_start`, `${id}_read`)}${flow('f2', `${id}_heard`, `${id}_read`)}
     ${flow('f3', `${id}_read`, `${id}_say`)}`,
    `<bpmn:signal id="${signal}" name="${id}" />`,
  )

/** Throws at once what starts it. */
export const echoing = signalled('ECHO', '回声', 'S_echo', '<bpmn:task id="ECHO_read" />')

/** As well, but somebody reads it first. */
export const greeting = signalled('GREET', '问候', 'S_greet', read('GREET_read', '阅'))

/** Calls itself. */
export const calling = drawing(
  'CALL-001',
  'CALL',
  '调用自己',
  `<bpmn:startEvent id="CALL_start" />
   <bpmn:callActivity id="CALL_self"><bpmn:extensionElements><zeebe:calledElement processId="CALL" /></bpmn:extensionElements></bpmn:callActivity>
   <bpmn:endEvent id="CALL_end" />
   ${flow('f1', 'CALL_start', 'CALL_self')}${flow('f2', 'CALL_self', 'CALL_end')}`,
  '',
)

/** Throws at once the message that starts it. */
export const posting = drawing(
  'POST-001',
  'POST',
  '转寄',
  `<bpmn:startEvent id="POST_start" />
   <bpmn:startEvent id="POST_came">${on('M_post')}</bpmn:startEvent>
   <bpmn:task id="POST_stamp" />
   <bpmn:endEvent id="POST_sent">${on('M_post')}</bpmn:endEvent>
   ${flow('f1', 'POST_start', 'POST_stamp')}${flow('f2', 'POST_came', 'POST_stamp')}
   ${flow('f3', 'POST_stamp', 'POST_sent')}`,
  '<bpmn:message id="M_post" name="post" />',
)

const toTheOther = (name: string): string => message(`M_${name}`, name, '&quot;table&quot;')

/** Waits for one message and answers with the other, again and again; `first` is what it begins with. */
const answering = (id: string, hears: string, says: string, first: string): ReturnType<typeof drawing> =>
  drawing(
    `${id}-001`,
    id,
    '对答',
    `<bpmn:startEvent id="${id}_start" />
     <bpmn:intermediateCatchEvent id="${id}_hear">${on(`M_${hears}`)}</bpmn:intermediateCatchEvent>
     <bpmn:intermediateThrowEvent id="${id}_say">${on(`M_${says}`)}</bpmn:intermediateThrowEvent>
     ${flow('f1', `${id}_start`, `${id}_${first}`)}${flow('f2', `${id}_hear`, `${id}_say`)}
     ${flow('f3', `${id}_say`, `${id}_hear`)}`,
    toTheOther(hears) + toTheOther(says),
  )

/** The two answer each other; the second begins. */
export const replying = answering('REPLY', 'ping', 'pong', 'hear')
export const serving = answering('SERVE', 'pong', 'ping', 'say')
