import { isDeepStrictEqual } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department, desk, phone, sidewaysScroll, violationsOf } from './src/department.ts'
import { DocumentForm } from './src/document-form.ts'
import {
  addition,
  DocumentWalk,
  type OpenDocument,
  type SubmittedDocument,
  type Watcher,
} from './src/document-walk.ts'
import { DocumentWords, type Kind } from './src/document-words.ts'
import { lastingOdditiesOf } from './src/oddities.ts'
import { scenarioNamed, type ScenarioStep } from './src/scenarios.ts'

let browser: Browser
let department: Department

beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl())
})
afterAll(() => browser.close())

/**
 * Documents that nobody fills in at a step of these processes: TRS is answered through a link (journeys.test.ts); the other
 * two belong to how the department governs itself, beside the 29 documents of its work.
 */
const elsewhere = ['TRS', 'PVR', 'QIR']
/** What follows them is another document (catalogue/README.md, “Documents without a second version”). */
const inEffectAtOnce = ['STI', 'MAT', 'PPT']

const versions = new Map<string, number>()
const problems: string[] = []

/** What is wrong with the page as it stands; kept until the end, for it says nothing about the next document. */
async function note(what: string, page: Page, { withAxe = false } = {}): Promise<void> {
  const sideways = await sidewaysScroll(page)
  const found = [
    ...(withAxe ? await violationsOf(page) : []),
    ...(await lastingOdditiesOf(page)),
    ...(sideways > 0 ? [`${sideways} px wider than the window`] : []),
  ]
  problems.push(...found.map((problem) => `${what}: ${problem}`))
}

/** Somebody who looks at every document that he writes, at a page of his own for each author. */
class Reviewer implements Watcher {
  private readonly pages = new Map<string, Promise<Page>>()

  readonly write = async ({ kind, author, task, data }: OpenDocument): Promise<void> => {
    const page = await this.pageOf(author)
    const form = new DocumentForm(page, await kindOf(author, kind), new DocumentWords(author.ask))
    const submit = page.getByRole('button', { name: '提交', exact: true })
    await page.goto(`/tasks/${task.id}`)
    await page.getByRole('textbox', { name: '标题', exact: true }).waitFor()
    await form.fill(data, task.record?.data ?? {})
    await form.saved()
    const before = await form.shown()
    await page.reload()
    await submit.waitFor()
    await eventually(`${kind} after a reload`, async () => isDeepStrictEqual(await form.shown(), before))
    await note(`${kind} to be written`, page, { withAxe: true })
    await page.setViewportSize(phone)
    await submit.waitFor()
    await note(`${kind} on a phone`, page)
    await page.setViewportSize(desk)
    await this.submit(page)
  }

  readonly rewrite = async ({ kind, author, task, data }: OpenDocument): Promise<void> => {
    const page = await this.pageOf(author)
    const form = new DocumentForm(page, await kindOf(author, kind), new DocumentWords(author.ask))
    await page.goto(`/tasks/${task.id}`)
    await page.getByRole('textbox', { name: '标题', exact: true }).waitFor()
    await form.fill(data, task.record?.data ?? {})
    await form.saved()
    await this.submit(page)
  }

  readonly read = async ({ kind, author, recordId, version, data }: SubmittedDocument): Promise<void> => {
    versions.set(kind, version)
    const page = await this.pageOf(author)
    const words = new DocumentWords(author.ask)
    const { schema, view } = await kindOf(author, kind)
    await page.goto(`/records/${recordId}`)
    const paper = page.getByRole('article')
    await paper.waitFor()
    for (const [name, value] of Object.entries(data)) {
      const field = schema.properties[name]
      const own = view.fields[name]
      if (!field || !own) continue
      for (const text of await words.shown(field, own, value)) {
        await eventually(`${kind} ${own.label['zh-CN']}: ${text}`, async () =>
          withoutSpace(await paper.innerText()).includes(withoutSpace(text)),
        )
      }
    }
    await note(`${kind} to be read`, page, { withAxe: true })
    await page.setViewportSize(phone)
    await note(`${kind} read on a phone`, page)
    if (version > 1) {
      await page.goto(`/records/${recordId}?compare=${version - 1}&version=${version}`)
      await paper.locator('ins').filter({ hasText: addition }).first().waitFor()
      await page.getByText(/共 \d+ 处改动/).waitFor()
      await note(`${kind} compared`, page)
    }
    await page.setViewportSize(desk)
  }

  private async submit(page: Page): Promise<void> {
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '提交' }).click()
    await page.getByRole('heading', { level: 1, name: '已提交' }).waitFor()
  }

  async close(): Promise<void> {
    for (const page of await Promise.all(this.pages.values())) await page.close()
  }

  private pageOf({ username, context }: OpenDocument['author']): Promise<Page> {
    const page = this.pages.get(username) ?? context.newPage()
    this.pages.set(username, page)
    return page
  }
}

/** Names of people and of other records come after the page. */
async function eventually(what: string, look: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await look()); tries += 1) {
    if (tries > 150) throw new Error(`Not within 15 seconds: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const withoutSpace = (text: string): string => text.replaceAll(/\s/g, '')
const kindOf = ({ ask }: OpenDocument['author'], code: string): Promise<Kind> =>
  ask('GET', `/api/kinds/${code}`)

async function reviewed(look: (begin: () => DocumentWalk) => Promise<void>): Promise<void> {
  const reviewer = new Reviewer()
  const begin = (): DocumentWalk => {
    const walk = new DocumentWalk(department, reviewer)
    // Once is enough, whichever process a kind is met in.
    for (const kind of versions.keys()) walk.seen.add(kind)
    return walk
  }
  await look(begin)
  await reviewer.close()
}

const stepsOf = (process: string, file: string): ScenarioStep[] =>
  scenarioNamed(process, file).steps.filter(({ task }) => task !== undefined)
const until = (steps: ScenarioStep[], elementId: string): ScenarioStep[] =>
  steps.slice(
    0,
    steps.findIndex(({ task }) => task === elementId),
  )

describe('every document is filled in, submitted, read and compared with its previous version', () => {
  it.concurrent(
    'of research, promotion and activities (SC-001, SC-002, SC-003, SC-007)',
    () =>
      reviewed(async (begin) => {
        const walk = begin()
        await walk.start('marketManager', 'SC-001')
        await walk.play(stepsOf('SC-001', 'routine'))
        await walk.goOn('SC-002', 'marketManager')
        await walk.play(stepsOf('SC-002', 'without-training-report-refused-once'))
        await walk.goOn('SC-003', 'marketManager')
        // Not to its end: there is one sales plan for a month, and this is not the test of it.
        await walk.play(until(stepsOf('SC-003', 'all-approve'), 'SC003_executePlan'))
        await walk.start('marketManager', 'SC-007', { researchReportNo: walk.newest('MRR')?.id })
        await walk.play(stepsOf('SC-007', 'routine'))
      }),
    400_000,
  )

  it.concurrent('of sales (SC-004)', () =>
    reviewed(async (begin) => {
      const walk = begin()
      await walk.start('keyAccountDeptManager', 'SC-004', { planMonth: '2027-08' })
      await walk.play(until(stepsOf('SC-004', 'on-the-26th'), 'SC004_acceptTask'))
    }),
  )

  it.concurrent('of publicity (SC-006)', () =>
    reviewed(async (begin) => {
      const walk = begin()
      await walk.start('keyAccountDeptManager', 'SC-006')
      await walk.play(stepsOf('SC-006', 'no-designer-printed'))
    }),
  )

  it.concurrent('of prices and bids (SC-005)', () =>
    reviewed(async (begin) => {
      for (const [by, file] of [
        ['keyAccountDeptManager', 'bid-won'],
        ['marketManager', 'new-product'],
      ] as const) {
        const walk = begin()
        await walk.start(by, 'SC-005')
        await walk.play(stepsOf('SC-005', file))
      }
    }),
  )

  // Each by itself, so that the last of them do not wait for one another.
  it.concurrent('of training (SC-008)', () =>
    reviewed(async (begin) => {
      const walk = begin()
      await walk.start('keyAccountDeptManager', 'SC-008')
      await walk.play(stepsOf('SC-008', 'straight'))
    }),
  )

  it.concurrent('of feedback (SC-009)', () =>
    reviewed(async (begin) => {
      const walk = begin()
      await walk.start('marketManager', 'SC-009')
      await walk.play(until(stepsOf('SC-009', 'handed-over'), 'SC009_organizeExecution'))
    }),
  )

  it.concurrent('of service (SC-010)', () =>
    reviewed(async (begin) => {
      const walk = begin()
      await walk.start('keyAccountDeptManager', 'SC-010')
      await walk.play(stepsOf('SC-010', 'straight'))
    }),
  )
})

it('none of the documents was left out, and nothing was wrong with one', async () => {
  const { ask } = await department.colleague('marketManager')
  const kinds = await ask<{ items: Pick<Kind, 'code' | 'type'>[] }>('GET', '/api/kinds')
  const documents = kinds.items.filter(({ type }) => type === 'document').map(({ code }) => code)
  expect(problems).toEqual([])
  expect(documents.filter((code) => !versions.has(code)).toSorted()).toEqual(elsewhere.toSorted())
  const once = [...versions].filter(([, version]) => version < 2).map(([kind]) => kind)
  expect(once.toSorted()).toEqual(inEffectAtOnce.toSorted())
})
