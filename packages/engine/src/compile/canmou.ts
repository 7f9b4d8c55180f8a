import type { ApprovalRules, CanmouAttributes, FieldAccess } from '../model.ts'
import type { Threshold } from '../state.ts'
import { isVerb } from '../verbs/verbs.ts'
import { readLimit } from './canmou-limit.ts'
import type { Drawing } from './drawing.ts'
import { extension, many, text } from './moddle-read.ts'
import type { ModdleElement } from './moddle-read.ts'

const access = ['read', 'write', 'hidden'] as const

const allowed = {
  decision: ['approve-reject', 'none', 'read'],
  words: ['review', 'sign', 'approve', 'read', 'solve'],
  opinion: ['optional', 'required', 'requiredOnReject'],
  origin: ['stated', 'implied', 'proposed'],
  attachment: ['optional', 'required'],
  signature: ['none', 'required'],
  batch: ['never', 'allowed'],
  mode: ['all', 'any', 'inOrder', 'vote'],
  refusal: ['ends', 'waits'],
  vacant: ['pass', 'refuse', 'named', 'administrator'],
  starterApproves: ['self', 'skip', 'superior'],
  samePerson: ['ask', 'skipConsecutive', 'skipEver'],
  afterReturn: ['again', 'direct'],
  otherFields: access,
  onLimit: ['nothing', 'escalate', 'pass', 'refuse'],
} as const

/** The `canmou:task` element and the `canmou:origin` attribute; a value that is not in the list is refused. */
export function readCanmou(drawing: Drawing, source: ModdleElement): CanmouAttributes {
  const task = extension(source, 'canmou:Task')
  const written = (name: string) =>
    (task && text(task, name)) ?? (name === 'origin' ? text(source, name) : undefined)
  const chosen = Object.entries(allowed).flatMap(([name, values]) => {
    const value = written(name)
    if (value === undefined) return []
    if ((values as readonly string[]).includes(value)) return [[name, value]]
    drawing.refuse('ATTRIBUTE_INVALID', source, `canmou ${name}="${value}"`)
    return []
  })
  const found = Object.fromEntries(chosen) as CanmouAttributes
  if (!task) return found
  const verbs = written('verbs')
  if (verbs !== undefined) found.verbs = readVerbs(drawing, source, verbs)
  const signers = drawing.optionalFeel(source, written('signers'))
  if (signers) found.signers = signers
  const vacantTo = drawing.optionalValue(source, task, 'vacantTo')
  if (vacantTo) found.vacantTo = vacantTo
  const threshold = written('threshold')
  if (threshold !== undefined) readThreshold(drawing, source, threshold, found)
  const steps = written('returnSteps')
  if (steps !== undefined) found.returnSteps = listed(steps)
  const starter = written('starter')
  if (starter === 'true' || starter === 'false') found.starter = starter === 'true'
  else if (starter !== undefined) drawing.refuse('ATTRIBUTE_INVALID', source, `canmou starter="${starter}"`)
  readLimit(drawing, source, task, found)
  const fields = many(task, 'fields')
  if (fields.length > 0) found.fields = fields.flatMap((field) => readField(drawing, source, field))
  return found
}

/** What `canmou:approval` in the process's extension elements says. */
export function readApproval(drawing: Drawing, source: ModdleElement): ApprovalRules {
  const written = extension(source, 'canmou:Approval')
  const withdraw = (written && text(written, 'withdraw')) ?? 'always'
  if (withdraw === 'always' || withdraw === 'untilDecided' || withdraw === 'never') return { withdraw }
  drawing.refuse('ATTRIBUTE_INVALID', source, `canmou withdraw="${withdraw}"`)
  return { withdraw: 'always' }
}

const listed = (list: string) => list.split(',').flatMap((entry) => entry.trim() || [])

/** `approve:signOff, reject` is the verb approve under the label key signOff, and reject under its own name. */
function readVerbs(
  drawing: Drawing,
  source: ModdleElement,
  list: string,
): CanmouAttributes['verbs'] & object {
  return listed(list).flatMap((entry) => {
    const [verb = '', label] = entry.split(':').map((part) => part.trim())
    if (isVerb(verb)) return [label ? { verb, label } : { verb }]
    drawing.refuse('ATTRIBUTE_INVALID', source, `canmou verbs: there is no verb ${verb}`)
    return []
  })
}

/** `60%`: at least this share of the weights · `>50%`: more than it · `3`: weights of this sum. */
function readThreshold(
  drawing: Drawing,
  source: ModdleElement,
  written: string,
  found: CanmouAttributes,
): void {
  const match = /^(>?)\s*(\d+(?:\.\d+)?)(%?)$/.exec(written)
  const number = Number(match?.[2])
  const isShare = match?.[3] === '%'
  const threshold: Threshold = {
    value: isShare ? number / 100 : number,
    of: isShare ? 'share' : 'sum',
    exceed: match?.[1] === '>',
  }
  const isPossible = match && (threshold.exceed ? !isShare || number < 100 : number > 0)
  if (isPossible && (!isShare || number <= 100)) found.threshold = threshold
  else drawing.refuse('ATTRIBUTE_INVALID', source, `canmou threshold="${written}"`)
}

function readField(
  drawing: Drawing,
  source: ModdleElement,
  field: ModdleElement,
): { name: string; access: FieldAccess }[] {
  const name = text(field, 'name')
  const written = text(field, 'access')
  const value = access.find((one) => one === written)
  if (name?.trim() && value) return [{ name: name.trim(), access: value }]
  drawing.refuse('ATTRIBUTE_INVALID', source, `canmou field ${name ?? ''} access="${written ?? ''}"`)
  return []
}
