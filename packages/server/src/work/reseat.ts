import { assignedTo, type AssignedTo, type Who } from '@canmou/engine'
import { takeJob, type Job } from '../jobs/job-queue.ts'
import { administrators, candidatesFor } from './candidates.ts'
import { changeInstance } from './change-instance.ts'
import type { Directory } from './directory.ts'
import { hasClearedAdministrator, leaveTask, usernameOf } from './left-task.ts'
import type { LiveInstance, LiveTask } from './live-instance.ts'
import { holdersKnown } from './put-task.ts'
import { runCommand, type World } from './run-command.ts'
import type { StepDraft } from './step-draft.ts'
import type { Work } from './work.ts'

/**
 * Somebody's clearance was lowered: puts every instance in line in which something is put before him. Who comes later was
 * chosen by the people as they are now. Whoever holds a position no more keeps what he has (GOV-3): it can be reassigned.
 */
export async function rightsLost(work: Work, job: Job): Promise<void> {
  const { personId } = job.payload as { personId: string }
  await work.database.asSystem(async (tx) => {
    await takeJob(tx, job)
    await tx.execute(
      `insert into jobs (kind, key, payload, run_at)
       select 'reseat', 'reseat:' || c.instance_id || ':' || c.person_id,
              jsonb_build_object('instanceId', c.instance_id, 'personId', c.person_id), $2
       from (select distinct instance_id, person_id from task_candidates where person_id = $1) c
       on conflict on constraint jobs_key_unique do update
         set run_at = excluded.run_at, attempts = 0, locked_until = null`,
      [personId, work.now()],
    )
  })
  work.wakeJobs()
}

/**
 * Takes what he may not see any more from him in one instance. It stays with those who have it too, goes to whoever holds the
 * position now, or else the way of a vacant position. Where he keeps everything nothing is written.
 */
export async function reseat(work: Work, job: Job): Promise<void> {
  const { instanceId, personId } = job.payload as { instanceId: string; personId: string }
  work.instances.forget(instanceId)
  const [live, directory] = await Promise.all([work.instances.get(instanceId), work.directory.reload()])
  if (!live || lostIn(live, directory, personId, work.now()).length === 0) return
  await changeInstance(work, {
    instanceId,
    actorId: null,
    job,
    prepare: (_, world) => ({
      decide(draft) {
        const lost = lostIn(draft.next, world.directory, personId, draft.now)
        for (const { task, assigned } of lost) takeFrom(world, draft, personId, task, assigned)
      },
    }),
  })
}

interface Lost {
  task: LiveTask
  /** Before whom it would be put now. */
  assigned: AssignedTo | undefined
}

function lostIn(live: LiveInstance, directory: Directory, personId: string, at: Date): Lost[] {
  const { state, status, tasks, definition, level } = live
  const person = directory.person(personId)
  if (!state || status !== 'running' || !person || person.clearance >= level) return []
  return tasks
    .filter((task) => task.candidates.includes(personId))
    .map((task) => ({
      task,
      assigned: assignedTo(definition.process, state, task.engineTaskId, at.toISOString()),
    }))
}

function takeFrom(
  world: World,
  draft: StepDraft,
  personId: string,
  { id }: LiveTask,
  assigned: AssignedTo | undefined,
): void {
  const task = draft.next.tasks.find((one) => one.id === id)
  // The one before may have ended this one too.
  if (!task) return
  const left = task.candidates.filter((one) => one !== personId)
  const found = left.length === 0 && assigned ? successorsOf(world, draft, assigned) : []
  const candidates = [...left, ...found]
  const former = usernameOf(world, personId)
  draft.setCandidates(id, candidates)
  if (candidates.length === 0) {
    leaveTask(world, draft, task, { former, to: whoTakesOver(world, draft, personId), code: 'NOBODY_LEFT' })
    return
  }
  const { elementId, engineTaskId: taskId } = task
  const to = candidates.map((one) => usernameOf(world, one))
  draft.entries.push({ type: 'reseated', elementId, taskId: id, from: former, to })
  // The drawing may have a rule about who has it now.
  if (found.length > 0 && assigned?.asksHolders)
    runCommand(world, draft, holdersKnown(world, draft, { taskId }, found))
}

/** Whoever would get it now; nobody where that is the 流程管理员 alone, for the drawing may have another rule. */
function successorsOf({ directory }: World, draft: StepDraft, assigned: AssignedTo): string[] {
  const { people, isFallback } = candidatesFor(assigned, draft.next.level, directory, draft.now)
  return isFallback ? [] : people
}

/** The 流程管理员 or, where none is cleared for the instance, the nearest above him who is. */
function whoTakesOver(world: World, draft: StepDraft, personId: string): Who {
  const { directory } = world
  const { level, starterId } = draft.next
  const person = directory.person(personId)
  if (hasClearedAdministrator(world, draft) || !person) return { position: administrators }
  const above = directory.superiorsOf(person).find((position) => {
    const holders = directory.holdersOf(position, draft.now)
    return holders.some(({ id, clearance }) => clearance >= level && id !== starterId)
  })
  return { position: above ?? administrators }
}
