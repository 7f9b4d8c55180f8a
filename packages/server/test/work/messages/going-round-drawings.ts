import { drawing, flow, on, read } from './waiting-drawings.ts'

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
