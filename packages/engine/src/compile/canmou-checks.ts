import type { Element } from '../model.ts'
import { checkLimit } from './canmou-limit.ts'
import type { Drawing } from './drawing.ts'
import { fieldProblems } from './field-checks.ts'

/** What each attribute needs beside it; an attribute that has no effect is a slip of the pen. */
export function checkCanmou(drawing: Drawing, element: Element): void {
  const { canmou, assignment } = element
  if (dependsOnHolders(element)) element.asksHolders = true
  const refuse = (message: string) => drawing.refuse('ATTRIBUTE_INVALID', element.id, `canmou: ${message}`)
  if (canmou.mode) {
    const isNamed = canmou.signers ?? assignment?.candidateGroups ?? assignment?.candidateUsers
    if (element.type !== 'userTask') refuse('only a user task has signers')
    else if (!isNamed) refuse(`mode="${canmou.mode}" names nobody to sign`)
    if (element.loop) refuse('several people sign either by a mode or by a multi-instance, not by both')
    if (canmou.decision === 'none') refuse('several people sign a decision, and here there is none')
  }
  if (canmou.signers && !canmou.mode) refuse('signers need a mode')
  if (canmou.refusal && !canmou.mode) refuse('refusal needs a mode')
  if (canmou.threshold && canmou.mode !== 'vote') refuse('threshold needs mode="vote"')
  if (canmou.vacant === 'named' && !canmou.vacantTo) refuse('vacant="named" needs vacantTo')
  if (canmou.vacantTo && canmou.vacant !== 'named') refuse('vacantTo needs vacant="named"')
  if (canmou.vacant === 'refuse' && canmou.decision === 'none')
    refuse('nothing is decided here to be refused')
  if (canmou.batch === 'allowed') {
    const hindrance = batchHindrance(element)
    if (hindrance) refuse(`batch="allowed" is not possible: ${hindrance}`)
  }
  checkLimit(element, refuse)
  for (const message of fieldProblems(element)) refuse(message)
  for (const id of canmou.returnSteps ?? []) {
    const step = drawing.elements.get(id)
    if (step?.type !== 'userTask' && step?.type !== 'manualTask')
      refuse(`returnSteps: ${id} is no human step`)
  }
  const offered = canmou.verbs?.map((one) => one.verb) ?? []
  if (canmou.returnSteps && canmou.verbs && !offered.includes('returnToStep')) {
    refuse('returnSteps needs the verb returnToStep')
  }
}

/** What each of several tasks would have to be given by itself. */
function batchHindrance({ type, canmou, formId }: Element): string | undefined {
  if (type !== 'userTask' && type !== 'manualTask') return 'only a human step is approved'
  if (canmou.decision === 'none' || (formId && !canmou.decision)) return 'nothing is decided here'
  if (canmou.opinion === 'required') return 'each approval needs its opinion'
  if (canmou.attachment === 'required') return 'each approval needs its attachment'
  if (canmou.signature === 'required') return 'each approval needs its signature'
  return undefined
}

function dependsOnHolders({ canmou }: Element): boolean {
  const { vacant, starterApproves = 'self', samePerson = 'ask' } = canmou
  return vacant !== undefined || starterApproves !== 'self' || samePerson !== 'ask'
}
