import type { InstanceDetail, RecordSummary } from '@canmou/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department, phone, sidewaysScroll } from './src/department.ts'
import { Journey } from './src/journey.ts'
import { scenarioNamed, type ScenarioStep } from './src/scenarios.ts'
import { told } from './src/told.ts'

let browser: Browser
let department: Department

beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl())
})
afterAll(() => browser.close())

const stepsOf = (process: string, file: string): ScenarioStep[] =>
  scenarioNamed(process, file).steps.filter(({ task }) => task !== undefined)

/** Runs a journey; its pages are closed whatever happens. */
async function walk(work: (journey: Journey) => Promise<void>): Promise<void> {
  const journey = new Journey(department)
  try {
    await work(journey)
  } finally {
    await journey.close()
  }
}

describe('the department at work', () => {
  it.concurrent(
    'research is planned, done, turned into a promotion and a sales plan, and the customers are asked',
    () =>
      walk(async (journey) => {
        await journey.start('marketManager', 'SC-001')
        await journey.play(stepsOf('SC-001', 'routine'))
        await journey.goOn('SC-002')
        await journey.play(stepsOf('SC-002', 'without-training-report-refused-once'))
        await journey.goOn('SC-003')
        await journey.play(stepsOf('SC-003', 'all-approve'))
        await journey.goOn('SC-004')
        await journey.play(stepsOf('SC-004', 'on-the-26th'))
        await journey.goOn('SC-009')
        await journey.play(stepsOf('SC-009', 'handed-over'))
        expect((await journey.instance('generalManager')).status).toBe('completed')

        const desk = await journey.deskOf('generalManager')
        await desk.page.goto(`/instances/${journey.id}`)
        const chain = desk.page.getByRole('region', { name: '前后流程' })
        await chain.getByText('市场调研策划流程').waitFor()
        expect(await chain.getByRole('link').count()).toBe(4)
        expect(await chain.locator('[aria-current=step]').innerText()).toContain('顾客信息反馈流程')
      }),
    400_000,
  )

  it.concurrent('publicity material is designed, reviewed, printed and taken into stock', () =>
    walk(async (journey) => {
      await journey.start('keyAccountDeptManager', 'SC-006')
      await journey.play(stepsOf('SC-006', 'no-designer-printed'))
      const instance = await journey.instance('keyAccountDeptManager')
      expect(instance.status).toBe('completed')
      expect(instance.records.map(({ kind }) => kind)).toContain('STI')
    }),
  )

  it.concurrent('a fault that the first visit did not solve is gone into once more', () =>
    walk(async (journey) => {
      await journey.start('keyAccountDeptManager', 'SC-010')
      await journey.play(stepsOf('SC-010', 'unsolved-loop'))
      const { status, records } = await journey.instance('keyAccountDeptManager')
      expect(status).toBe('completed')
      expect(records.find(({ kind }) => kind === 'PTP')?.version).toBe(2)
    }),
  )

  it.concurrent('trainees answer on their phones without an account, and the summary has their scores', () =>
    walk(async (journey) => {
      await journey.start('keyAccountDeptManager', 'SC-008')
      const steps = stepsOf('SC-008', 'straight')
      const collecting = steps.findIndex(({ task }) => task === 'SC008_collectSurveys')
      await journey.play(steps.slice(0, collecting))

      const { page, colleague } = await journey.open('marketManager', 'SC008_collectSurveys')
      const taskUrl = page.url()
      await page.getByRole('button', { name: '建立问卷' }).click()
      const panel = page.getByRole('region', { name: '问卷' })
      await panel.getByRole('link').first().click()
      await page.waitForURL(/\/surveys\//)
      await page
        .getByRole('navigation', { name: '问卷的各个环节' })
        .getByRole('link', { name: '发布' })
        .click()
      await page.getByRole('button', { name: '发布问卷' }).click()
      await told(page, '问卷已发布，可以开始收集', () =>
        page.getByRole('dialog').getByRole('button', { name: '确认发布' }).click(),
      )
      await page
        .getByRole('navigation', { name: '问卷的各个环节' })
        .getByRole('link', { name: '收集' })
        .click()
      const path = await page
        .getByRole('region', { name: '公开链接' })
        .getByRole('link')
        .first()
        .getAttribute('href')
      expect(path).toBeTruthy()

      const answerers = new Department(browser, baseUrl(), phone)
      for (const score of [5, 3]) {
        const visitor = await answerers.visitor()
        await visitor.page.goto(path ?? '')
        await visitor.page.getByRole('button', { name: '提交答卷' }).waitFor()
        expect(await sidewaysScroll(visitor.page)).toBe(0)
        for (const group of await visitor.page.getByRole('radiogroup').all())
          await group
            .getByRole('radio')
            .nth(score - 1)
            .check({ force: true })
        await visitor.page.getByRole('button', { name: '提交答卷' }).click()
        await visitor.page.getByText('答卷已提交').waitFor()
        await visitor.context.close()
      }

      await page.goto(taskUrl)
      await told(page, '已填入 2 份答卷', () => page.getByRole('button', { name: /2 份答卷填入/ }).click())
      await page.getByRole('button', { name: '提交', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: '已提交' }).waitFor()
      await journey.play(steps.slice(collecting + 1))
      const { status, records } = await colleague.ask<InstanceDetail>('GET', `/api/instances/${journey.id}`)
      expect(status).toBe('completed')
      const summary = records.find(({ kind }) => kind === 'TSM')
      const { data } = await colleague.ask<{ data: Record<string, unknown> }>(
        'GET',
        `/api/records/${summary?.id ?? ''}`,
      )
      expect(data['sampleCount']).toBe(2)
    }),
  )
})

describe('an activity', () => {
  it('rests on an approved report, is revised while it is under way, and becomes a template', () =>
    walk(async (journey) => {
      const { ask } = await department.colleague('marketManager')
      const reports = await ask<{ items: RecordSummary[] }>('GET', '/api/records?kind=MRR&status=inEffect')
      journey.knows(reports.items)
      await journey.start('marketManager', 'SC-007', { researchReportNo: reports.items[0]?.id })
      await journey.play(stepsOf('SC-007', 'major-revision'))
      const { status, records } = await journey.instance('marketManager')
      expect(status).toBe('completed')
      expect(records.find(({ kind }) => kind === 'MAP')?.version).toBeGreaterThan(1)
    }))
})
