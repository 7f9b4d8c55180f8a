import type { BoxItem } from '@canmou/contract'
import { paths } from '../app/paths.ts'
import type { RunList } from './boxes.ts'

/** Where a row of a box leads: to the task where there is something to do, else to the instance. */
export function addressOf(box: RunList, item: BoxItem) {
  return box === 'todo' && item.task ? paths.task(item.task.id) : paths.instance(item.instance.id)
}
