import type { Loop } from '../model.ts'
import { expressionBody } from './drawing.ts'
import type { Drawing } from './drawing.ts'
import { variableName } from './extensions.ts'
import { extension, flag, one, text } from './moddle-read.ts'
import type { ModdleElement } from './moddle-read.ts'

/** Reads the loop marker of an activity: BPMN's own attributes and Zeebe's collections. */
export function readLoop(drawing: Drawing, source: ModdleElement): Loop | undefined {
  const marker = one(source, 'loopCharacteristics')
  if (!marker) return undefined
  if (marker.$type === 'bpmn:StandardLoopCharacteristics') return readStandard(drawing, source, marker)
  return readMulti(drawing, source, marker)
}

function readStandard(drawing: Drawing, source: ModdleElement, marker: ModdleElement): Loop {
  const holder = one(marker, 'loopCondition')
  const condition = drawing.optionalFeel(source, holder && expressionBody(drawing, source, holder))
  const maximum = Number(marker['loopMaximum'] ?? Number.NaN)
  const bounded = Number.isSafeInteger(maximum) && maximum >= 0
  if (!condition && !bounded) {
    drawing.refuse('LOOP_INVALID', source, 'a loop needs a loopCondition or a loopMaximum')
  }
  return {
    type: 'standard',
    testBefore: flag(marker, 'testBefore', false),
    ...(condition ? { condition } : {}),
    ...(bounded ? { maximum } : {}),
  }
}

function readMulti(drawing: Drawing, source: ModdleElement, marker: ModdleElement): Loop {
  if ((text(marker, 'behavior') ?? 'All') !== 'All') {
    drawing.refuse('UNSUPPORTED_ELEMENT', source, 'a multi-instance that throws events is not supported')
  }
  const zeebe = extension(marker, 'zeebe:LoopCharacteristics')
  const body = (name: string) => {
    const holder = one(marker, name)
    return drawing.optionalFeel(source, holder && expressionBody(drawing, source, holder))
  }
  const name = (attribute: string) => {
    const written = zeebe && text(zeebe, attribute)
    return written === undefined ? undefined : variableName(drawing, source, written, attribute)
  }
  const collection = drawing.optionalFeel(source, zeebe && text(zeebe, 'inputCollection'))
  const cardinality = body('loopCardinality')
  const outputText = zeebe && text(zeebe, 'outputElement')
  const outputElement = drawing.optionalFeel(source, outputText)
  const completionCondition = body('completionCondition')
  const inputElement = name('inputElement')
  const outputCollection = name('outputCollection')
  if (!collection && !cardinality) {
    drawing.refuse('LOOP_INVALID', source, 'a multi-instance needs an inputCollection or a loopCardinality')
  }
  if ((outputCollection === undefined) !== (outputElement === undefined)) {
    drawing.refuse('LOOP_INVALID', source, 'outputCollection and outputElement belong together')
  }
  // Zeebe makes the variable of `=result` and of `=result.path` local to the instance
  const outputVariable = /^=?\s*([\p{L}_][\p{L}\p{N}_]*)(?:\s*\.\s*[\p{L}_][\p{L}\p{N}_]*)*\s*$/u.exec(
    outputText ?? '',
  )?.[1]
  return {
    type: 'multi',
    sequential: flag(marker, 'isSequential', false),
    ...(collection ? { collection } : {}),
    ...(cardinality ? { cardinality } : {}),
    ...(inputElement === undefined ? {} : { inputElement }),
    ...(outputCollection === undefined ? {} : { outputCollection }),
    ...(outputElement ? { outputElement } : {}),
    ...(outputVariable === undefined ? {} : { outputVariable }),
    ...(completionCondition ? { completionCondition } : {}),
  }
}
