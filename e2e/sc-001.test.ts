import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department } from './src/department.ts'
import { checkOutcome, play } from './src/play.ts'
import { playableScenarios } from './src/scenarios.ts'

let browser: Browser
let department: Department

beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl())
})
afterAll(() => browser.close())

describe('SC-001 in the browser, by its scenarios', () => {
  for (const scenario of playableScenarios('SC-001')) {
    it.concurrent(scenario.name, async () => {
      const instance = await play(department, scenario)
      await checkOutcome(department, scenario, instance)
    })
  }
})
