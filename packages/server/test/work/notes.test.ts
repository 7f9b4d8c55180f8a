import { compile } from '@canmou/engine'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { opinionRule, taskRules, type TaskRules } from '../../src/work/task-rules.ts'
import { catalogueFolder } from '../folders.ts'

let rulesOf: (elementId: string) => TaskRules

beforeAll(async () => {
  const drawing = path.join(catalogueFolder, 'processes/SC-009-customer-feedback/process.bpmn')
  const { elements } = await compile(await readFile(drawing, 'utf8'))
  rulesOf = (id) => taskRules(elements.get(id), elements.get(id)?.formId?.text)
})

describe('what may be written at a step that is submitted', () => {
  it('a note, where the step has no form; a required one, where the note is what the step is for', () => {
    expect(opinionRule(rulesOf('SC009_organizeExecution'), 'submit')).toBe('optional')
    expect(opinionRule(rulesOf('SC009_answerQuestion'), 'submit')).toBe('required')
  })

  it('nothing beside its form, where the step has one', () => {
    expect(opinionRule(rulesOf('SC009_coordinateSolution'), 'submit')).toBe('none')
    expect(opinionRule(rulesOf('SC009_draftSurveyPlan'), 'submit')).toBe('none')
  })
})
