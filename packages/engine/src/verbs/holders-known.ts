import type { Auto, VerbCommand } from '../door.ts'
import { Incident } from '../run/incident.ts'
import { starterOf } from '../run/place-task.ts'
import { publicId } from '../run/run.ts'
import type { Run } from '../run/run.ts'
import { sign, withdrawTask } from '../run/signing.ts'
import { beginning, visitOf } from '../run/trail.ts'
import { evaluateJson } from '../run/variables.ts'
import { whoOf } from '../run/who.ts'
import type { Node, Visit } from '../state.ts'
import { decisionOf } from './guard.ts'
import { previousSteps } from './return-to.ts'
import { passOn, toAdministrator } from './signers.ts'
import type { Standing } from './standing.ts'
import { starterStep } from './starter-step.ts'

type HoldersKnown = Extract<VerbCommand, { type: 'holdersKnown' }>

/** Applies the drawing's rules on who holds a task: nobody, the starter himself, or somebody who has approved already. */
export function holdersKnown(run: Run, standing: Standing, command: HoldersKnown): void {
  const { node, signer, element } = standing
  const { holders, superior } = command
  const { canmou } = element
  // whom a rule or a person has put there is not replaced once more
  if (signer?.how === 'policy' || signer?.how === 'transfer' || signer?.administrator) return
  if (holders.length === 0) {
    vacancy(run, standing, command)
    return
  }
  const [only, second] = holders
  if (only === undefined || second !== undefined || decisionOf(element) === 'none') return
  const isStarter = only === (command.starter ?? starterOf(run))
  if (isStarter && canmou.starterApproves === 'skip') pass(run, standing, 'approve', 'starter')
  else if (isStarter && canmou.starterApproves === 'superior' && superior)
    passOn(run, standing, superior, 'policy')
  else if (hasApproved(run, node, only, canmou.samePerson)) pass(run, standing, 'approve', 'samePerson')
}

function vacancy(run: Run, standing: Standing, { taskId }: HoldersKnown): void {
  const { element, node } = standing
  const { vacant, vacantTo } = element.canmou
  if (vacant === 'pass') pass(run, standing, 'approve', 'vacant')
  else if (vacant === 'refuse') pass(run, standing, 'reject', 'vacant')
  else if (vacant === 'administrator') toAdministrator(run, standing)
  else if (vacant === 'named' && vacantTo) {
    const value = evaluateJson(run, vacantTo, node.key)
    if (value === null) throw new Incident('SIGNERS_INVALID', `${vacantTo.text} names nobody for ${taskId}`)
    passOn(run, standing, whoOf(value, vacantTo.text), 'policy')
  }
}

/** A rule decides; the task that was just put before nobody (or him) is withdrawn. */
function pass(
  run: Run,
  { node, signer, element }: Standing,
  decision: 'approve' | 'reject',
  auto: Auto,
): void {
  if (signer) {
    withdrawTask(run, `${publicId(node)}${signer.task ? `.${signer.task}` : ''}`)
    sign(run, node, signer, { decision }, auto)
    return
  }
  withdrawTask(run, publicId(node))
  run.emit({ type: 'taskPassed', elementId: element.id, taskId: publicId(node), decision, auto })
  run.patch(node.key, { passed: true })
  run.push({ do: 'finish', key: node.key, variables: { decision, opinion: null } })
}

/** Whether the person has approved a step before this one: the one just before, or any since the last submission. */
function hasApproved(run: Run, node: Node, user: string, rule: string | undefined): boolean {
  const isHis = (visit: Visit) =>
    decisionOf(run.element(visit.at)) !== 'none' &&
    (visit.by === user || visit.onBehalfOf === user || signed(visit, user))
  if (rule === 'skipConsecutive') return previousSteps(run, node).some(isHis)
  if (rule !== 'skipEver') return false
  const start = starterStep(run)?.id
  const open = [node.from ?? beginning]
  for (const key of open) {
    const visit = visitOf(run, key)
    if (!visit || visit.at === start) continue
    if (visit.via === undefined && isHis(visit)) return true
    for (const before of visit.from) if (!open.includes(before)) open.push(before)
  }
  return false
}

const signed = ({ who }: Visit, user: string) => who?.includes(user) ?? false
