import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface ScenarioStep {
  task: string
  by: string
  verb: 'submit' | 'approve' | 'reject'
  data?: Record<string, unknown>
  opinion?: string
}

export interface Scenario {
  name: string
  process: string
  start: { by: string }
  steps: ScenarioStep[]
  expect: { status: string; trace: string[]; versions?: number; absent?: string[] }
}

const processes = fileURLToPath(new URL('../../catalogue/processes/', import.meta.url))

interface AnyScenario extends Omit<Scenario, 'start' | 'steps'> {
  start: { by?: string; variables?: unknown; at?: string }
  settings?: unknown
  steps: Partial<ScenarioStep>[]
}

/**
 * What people alone can play of a process's scenarios: begun by hand with the settings that are in effect, and without a
 * timer, a message or a call in it. The others run in the engine and over HTTP.
 */
export function playableScenarios(processId: string): Scenario[] {
  const folder = readdirSync(processes).find((name) => name.startsWith(`${processId}-`))
  if (!folder) throw new Error(`The catalogue has no process ${processId}`)
  const path = join(processes, folder, 'scenarios')
  return readdirSync(path)
    .map((file) => JSON.parse(readFileSync(join(path, file), 'utf8')) as AnyScenario)
    .filter(isPlayable)
}

/** One scenario of a process by the name of its file, also one that people alone cannot play to its end. */
export function scenarioNamed(processId: string, file: string): Scenario {
  const folder = readdirSync(processes).find((name) => name.startsWith(`${processId}-`)) ?? ''
  return JSON.parse(readFileSync(join(processes, folder, 'scenarios', `${file}.json`), 'utf8')) as Scenario
}

const isPlayable = (scenario: AnyScenario): scenario is Scenario =>
  scenario.settings === undefined &&
  scenario.start.by !== undefined &&
  scenario.start.variables === undefined &&
  scenario.steps.every(({ task }) => task !== undefined)

/** The first draft that a scenario submits, for journeys that need a complete document. */
export function draftOf(scenario: Scenario): Record<string, unknown> {
  const data = scenario.steps.find(({ verb }) => verb === 'submit')?.data
  if (!data) throw new Error(`${scenario.name} submits nothing`)
  return data
}
