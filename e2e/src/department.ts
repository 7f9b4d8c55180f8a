import AxeBuilder from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** Somebody at a browser of his own. */
export interface Colleague {
  username: string
  page: Page
  context: BrowserContext
  /** Asks the server as this person, outside the page. */
  ask: <Answer>(method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: unknown) => Promise<Answer>
}

export const desk = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }
const password = process.env['CANMOU_DEMO_PASSWORD'] ?? 'canmou-demo'

/** The department at work: each position signs in once and keeps its browser for the whole journey. */
export class Department {
  readonly #browser: Browser
  readonly #baseUrl: string
  readonly #viewport: { width: number; height: number }
  readonly #colleagues = new Map<string, Promise<Colleague>>()
  readonly #free = new Map<string, Page[]>()

  constructor(browser: Browser, baseUrl: string, viewport = desk) {
    this.#browser = browser
    this.#baseUrl = baseUrl
    this.#viewport = viewport
  }

  colleague(username: string): Promise<Colleague> {
    const known = this.#colleagues.get(username)
    if (known) return known
    const arriving = this.#signIn(username)
    this.#colleagues.set(username, arriving)
    return arriving
  }

  /**
   * The same person at a page of its own, for journeys that run side by side: as with most people it has been open since
   * the morning, wherever the journey before has left it.
   */
  async arrive(username: string): Promise<Colleague> {
    const colleague = await this.colleague(username)
    return { ...colleague, page: this.#free.get(username)?.pop() ?? (await colleague.context.newPage()) }
  }

  /** Leaves the page to the journey that is next. */
  leave({ username, page }: Colleague): void {
    this.#free.set(username, [...(this.#free.get(username) ?? []), page])
  }

  /** A browser in which nobody is signed in yet. */
  async visitor(): Promise<{ context: BrowserContext; page: Page }> {
    const context = await this.#browser.newContext({
      baseURL: this.#baseUrl,
      viewport: this.#viewport,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    })
    // A machine with two cores may be busy with something else for as long as a person would wait.
    context.setDefaultTimeout(30_000)
    return { context, page: await context.newPage() }
  }

  async #signIn(username: string): Promise<Colleague> {
    const { context, page } = await this.visitor()
    const ask = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
      const answer = await context.request.fetch(path, { method, ...(body !== undefined && { data: body }) })
      if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
      return (await answer.json()) as Answer
    }
    await ask('POST', '/api/session', { username, password })
    return { username, page, context, ask }
  }

  async goHome(): Promise<void> {
    const colleagues = await Promise.all(this.#colleagues.values())
    await Promise.all(colleagues.map(({ context }) => context.close()))
    this.#colleagues.clear()
    this.#free.clear()
  }
}

interface Violation {
  id: string
  help: string
  nodes: { target: unknown; html: string }[]
}

/** WCAG 2.2 A and AA violations of the page as it stands, as lines that a person can read. */
export async function violationsOf(page: Page): Promise<string[]> {
  // Through the protocol, not as a script element: the page's content security policy stays as it is.
  await page.evaluate(AxeBuilder.source)
  const violations = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run: (root: Document, options: object) => Promise<unknown> } })
      .axe
    const result = (await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      // Off by default; who speaks to the page says what he reads on it (WCAG 2.5.3).
      rules: { 'label-content-name-mismatch': { enabled: true } },
    })) as { violations: Violation[] }
    return result.violations
  })
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} at ${JSON.stringify(node.target)} ${node.html.slice(0, 160)}`),
  )
}

/** How many pixels the page is wider than its window; 0 where nobody has to scroll sideways. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
