import type { HandOverDone, HandOverRequest } from '@canmou/contract'
import type { Static } from 'typebox'
import { recordAct } from '../audit/audit-log.ts'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { changeInstance } from './change-instance.ts'
import { asFailure } from './refused-verb.ts'
import { runCommand } from './run-command.ts'
import { clearedPerson } from './verb-command.ts'
import type { Work } from './work.ts'

/**
 * 离职转办: everything that waits for a person alone, in all instances, goes to another. What others of his position can do
 * stays with them. Instances are changed one by one; called again, it goes on where it stopped. Fails with NOT_FOUND,
 * NO_SUCH_PERSON or PERSON_NOT_CLEARED.
 */
export async function handOverPerson(
  work: Work,
  actor: Actor,
  personId: string,
  { to, reason }: Static<typeof HandOverRequest>,
): Promise<Static<typeof HandOverDone>> {
  const directory = await work.directory.current()
  const leaving = directory.person(personId)
  if (!leaving) throw new Failure('NOT_FOUND')
  const successor = clearedPerson(directory, to, 0)
  const rows = await work.database.asSystem((tx) =>
    tx.query<{ instanceId: string; tasks: number }>(
      `select c.instance_id as "instanceId", count(*)::integer as tasks
       from task_candidates c
       where c.person_id = $1
         and not exists (select from task_candidates o where o.task_id = c.task_id and o.person_id <> $1)
       group by c.instance_id
       order by c.instance_id`,
      [personId],
    ),
  )
  const tasks = rows.reduce((sum, { tasks: some }) => sum + some, 0)
  for (const { instanceId } of rows)
    await handOverInstance(work, actor, instanceId, leaving, successor, reason)
  await work.database.as(actor.id, (tx) =>
    recordAct(tx, {
      personId: actor.id,
      action: 'person.handedOver',
      subjectType: 'person',
      subjectId: personId,
      // Read with the other changes of the organisation (organization/changes.ts).
      data: { name: leaving.name, personId: leaving.id, after: { handedTo: successor, handedTasks: tasks } },
    }),
  )
  return { instances: rows.length, tasks }
}

async function handOverInstance(
  work: Work,
  actor: Actor,
  instanceId: string,
  leaving: { id: string; username: string },
  to: string,
  reason: string | undefined,
): Promise<void> {
  await changeInstance(work, {
    instanceId,
    actorId: null,
    prepare: (live, world) => {
      clearedPerson(world.directory, to, live.level)
      return {
        decide(draft) {
          const his = live.tasks.filter(
            ({ candidates }) => candidates.length === 1 && candidates.includes(leaving.id),
          )
          if (his.length === 0) return
          asFailure(() =>
            runCommand(world, draft, {
              type: 'handOver',
              at: draft.commandAt,
              from: leaving.username,
              to: { user: to },
              taskIds: his.map(({ engineTaskId }) => engineTaskId),
              by: { user: actor.username, roles: ['administrator'] },
              ...(reason && { reason }),
            }),
          )
        },
      }
    },
  })
}
