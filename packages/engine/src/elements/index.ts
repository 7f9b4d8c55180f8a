import type { ElementType } from '../model.ts'
import type { Behavior } from '../run/behavior.ts'
import { boundaryEvent } from './boundary-event.ts'
import { callActivity } from './call-activity.ts'
import { endEvent } from './end-event.ts'
import { eventBasedGateway } from './event-based-gateway.ts'
import { eventSubProcess } from './event-sub-process.ts'
import { exclusiveGateway } from './exclusive-gateway.ts'
import { humanTask } from './human-task.ts'
import { inclusiveGateway } from './inclusive-gateway.ts'
import { intermediateCatchEvent } from './intermediate-catch-event.ts'
import { intermediateThrowEvent } from './intermediate-throw-event.ts'
import { jobTask } from './job-task.ts'
import { parallelGateway } from './parallel-gateway.ts'
import { receiveTask } from './receive-task.ts'
import { scriptTask } from './script-task.ts'
import { sendTask } from './send-task.ts'
import { startEvent } from './start-event.ts'
import { subProcess } from './sub-process.ts'
import { task } from './task.ts'

/** Every element that this engine runs; what has no entry here is refused by `compile`. */
export const behaviors = {
  startEvent,
  endEvent,
  intermediateCatchEvent,
  intermediateThrowEvent,
  boundaryEvent,
  task,
  userTask: humanTask,
  manualTask: humanTask,
  serviceTask: jobTask,
  scriptTask,
  sendTask,
  receiveTask,
  businessRuleTask: jobTask,
  callActivity,
  subProcess,
  eventSubProcess,
  exclusiveGateway,
  parallelGateway,
  inclusiveGateway,
  eventBasedGateway,
} satisfies Record<ElementType, Behavior> as Record<ElementType, Behavior>
