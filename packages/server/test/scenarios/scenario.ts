import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { TaskVerb } from '@canmou/contract'
import { catalogueFolder } from '../folders.ts'

export type Data = Record<string, unknown>

/** A scenario of the catalogue (catalogue/schemas/scenario.schema.json). */
export interface Scenario {
  name: string
  process: string
  settings?: Data
  start: { by?: string; message?: string; timer?: true; at?: string; variables?: Data }
  steps: ScenarioStep[]
  expect: {
    status: string
    trace: string[]
    versions?: number
    absent?: string[]
    open?: string[]
    published?: string[]
    variables?: Data
  }
}

export interface ScenarioStep {
  task?: string
  by?: string
  verb?: TaskVerb
  data?: Data
  /** What stands in each document, at a step that may make several. */
  documents?: Data[]
  opinion?: string
  timer?: string
  message?: string
  call?: string
  variables?: Data
}

/** Every scenario of the catalogue by its process. */
export function scenariosByProcess(): { process: string; scenarios: Scenario[] }[] {
  const folder = path.join(catalogueFolder, 'processes')
  return readdirSync(folder)
    .sort()
    .map((name) => ({
      process: name.slice(0, name.indexOf('-', name.indexOf('-') + 1)),
      scenarios: readdirSync(path.join(folder, name, 'scenarios'))
        .sort()
        .map(
          (file) => JSON.parse(readFileSync(path.join(folder, name, 'scenarios', file), 'utf8')) as Scenario,
        ),
    }))
}
