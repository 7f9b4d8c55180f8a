import type { Process } from '@canmou/engine'
import type { Locale } from '@canmou/contract'
import type { ProcessDefinition } from '../catalogue/catalogue.ts'
import type { Database } from '../db/database.ts'
import { Failure } from '../http/failure.ts'
import { compileDefinition } from './compile-definition.ts'
import { messageStartsOf } from './event-starts.ts'

/** One version of a process, ready to run. */
export interface Definition {
  versionId: string
  /** 流程代号, such as SC-001. */
  processId: string
  version: number
  status: 'draft' | 'inReview' | 'inEffect' | 'retired'
  effectiveAt: string | undefined
  xml: string
  definition: ProcessDefinition
  process: Process
}

/** A version as far as it is known: one whose drawing cannot run has no process. */
export type Described = Omit<Definition, 'process'> & { process: Process | undefined }

/** Told of a version that cannot run: in the database, though nobody could have handed it in. */
export type OnBroken = (
  version: { versionId: string; processId: string; version: number },
  error: Failure,
) => void

/**
 * The versions that this server has met, each compiled once. A signed version never changes, so what is here is never
 * stale; a draft does, also by another server, and is read anew each time. Which version is in effect is asked again where a start finds that it no longer is.
 *
 * A version whose drawing cannot run hurts whoever runs it, with PROCESS_BROKEN, and nobody else: it starts nothing, and lists
 * show what there is of it.
 */
export class Definitions {
  private readonly database: Database
  private readonly onBroken: OnBroken
  private readonly told = new Set<string>()
  private readonly compiled = new Map<string, Promise<Definition>>()
  private readonly inEffectIds = new Map<string, Promise<string | undefined>>()

  constructor(database: Database, onBroken: OnBroken = () => undefined) {
    this.database = database
    this.onBroken = onBroken
  }

  /** Fails with PROCESS_BROKEN. */
  get(versionId: string): Promise<Definition> {
    const known = this.compiled.get(versionId)
    if (known) return known
    const loading = this.load(versionId)
    this.compiled.set(versionId, loading)
    const forget = () => this.compiled.delete(versionId)
    loading.then(({ status }) => (status === 'draft' || status === 'inReview') && forget(), forget)
    return loading
  }

  /** As `get`; of a version that cannot run, what there is beside its drawing. */
  async described(versionId: string): Promise<Described> {
    const known = await ifItRuns(this.get(versionId))
    return known ?? { ...(await this.read(versionId)), process: undefined }
  }

  /** The version that new instances run, or `undefined` where the process has none. Fails with PROCESS_BROKEN. */
  async inEffect(processId: string): Promise<Definition | undefined> {
    let id = this.inEffectIds.get(processId)
    if (!id) {
      id = this.findInEffect(processId)
      this.inEffectIds.set(processId, id)
      id.catch(() => this.inEffectIds.delete(processId))
    }
    const versionId = await id
    if (versionId === undefined) this.inEffectIds.delete(processId)
    return versionId === undefined ? undefined : this.get(versionId)
  }

  /** Called where a version has been found to be no longer in effect. */
  forgetInEffect(processId: string): void {
    this.inEffectIds.delete(processId)
  }

  /** The process that a message starts, by the message's name or by the called `<process id>` of its drawing. */
  async startedBy(name: { message: string } | { bpmnProcessId: string }): Promise<Definition | undefined> {
    for (const found of await this.allInEffect()) {
      const fits =
        'message' in name
          ? messageStartsOf(found.process).includes(name.message)
          : found.process.id === name.bpmnProcessId || found.processId === name.bpmnProcessId
      if (fits) return found
    }
    return undefined
  }

  /** All versions in effect that can run. */
  async allInEffect(): Promise<Definition[]> {
    const rows = await this.database.asSystem((tx) =>
      tx.query<{ id: string }>(
        `select id from process_versions where status = 'inEffect' order by process_id`,
      ),
    )
    const found = await Promise.all(rows.map(({ id }) => ifItRuns(this.get(id))))
    return found.filter((one) => one !== undefined)
  }

  private async findInEffect(processId: string): Promise<string | undefined> {
    const row = await this.database.asSystem((tx) =>
      tx.first<{ id: string }>(
        `select id from process_versions where process_id = $1 and status = 'inEffect'`,
        [processId],
      ),
    )
    return row?.id
  }

  private async load(versionId: string): Promise<Definition> {
    const known = await this.read(versionId)
    try {
      return { ...known, process: await compileDefinition(known.xml, known.definition.processId) }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      const { processId, version } = known
      const failure = new Failure('PROCESS_BROKEN', { process: processId, version }, error.details, error)
      if (!this.told.has(versionId)) this.onBroken({ versionId, processId, version }, failure)
      this.told.add(versionId)
      throw failure
    }
  }

  private async read(versionId: string): Promise<Omit<Definition, 'process'>> {
    const row = await this.database.asSystem((tx) =>
      tx.first<Omit<Definition, 'process' | 'versionId' | 'effectiveAt'> & { effectiveAt: string | null }>(
        `select process_id as "processId", version, status, effective_at as "effectiveAt", xml, definition
         from process_versions
         where id = $1`,
        [versionId],
      ),
    )
    if (!row) throw new Error(`There is no process version ${versionId}`)
    return { ...row, versionId, effectiveAt: row.effectiveAt ?? undefined }
  }
}

/** Undefined where the version cannot run. */
export async function ifItRuns<Version>(version: Promise<Version>): Promise<Version | undefined> {
  try {
    return await version
  } catch (error) {
    if (error instanceof Failure && error.code === 'PROCESS_BROKEN') return undefined
    throw error
  }
}

/**
 * An element's name in the asker's language, as the version's own process.json has it; the drawing's name otherwise. A start
 * or an end without a name is called what it is.
 */
export function elementName(
  definition: Pick<Described, 'definition' | 'process'>,
  elementId: string,
  locale: Locale,
): string {
  const element = definition.process?.elements.get(elementId)
  const label = definition.definition.labels[elementId]?.[locale] ?? element?.name
  if (label) return label
  if (element?.type === 'startEvent' || element?.type === 'endEvent') return unnamed[element.type][locale]
  return elementId
}

/** The names of a drawing's elements in the asker's language, as far as they were translated. */
export const namesIn = (
  { definition }: Pick<Described, 'definition'>,
  locale: Locale,
): Record<string, string> =>
  Object.fromEntries(Object.entries(definition.labels).map(([id, label]) => [id, label[locale]]))

const unnamed = {
  startEvent: { 'zh-CN': '发起', 'zh-TW': '發起', en: 'Start' },
  endEvent: { 'zh-CN': '流程结束', 'zh-TW': '流程結束', en: 'End of the process' },
}
