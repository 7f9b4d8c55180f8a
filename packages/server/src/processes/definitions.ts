import type { Process } from '@canmou/engine'
import type { Locale } from '@canmou/contract'
import type { ProcessDefinition } from '../catalogue/catalogue.ts'
import type { Database } from '../db/database.ts'
import { compileDefinition } from './compile-definition.ts'
import { messageStartsOf } from './message-starts.ts'

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

/**
 * The versions that this server has met, each compiled once. A signed version never changes, so what is here is never
 * stale; a draft does, also by another server, and is read anew each time. Which version is in effect is asked again where a start finds that it no longer is.
 */
export class Definitions {
  private readonly database: Database
  private readonly compiled = new Map<string, Promise<Definition>>()
  private readonly inEffectIds = new Map<string, Promise<string | undefined>>()

  constructor(database: Database) {
    this.database = database
  }

  get(versionId: string): Promise<Definition> {
    const known = this.compiled.get(versionId)
    if (known) return known
    const loading = this.load(versionId)
    this.compiled.set(versionId, loading)
    const forget = () => this.compiled.delete(versionId)
    loading.then(({ status }) => (status === 'draft' || status === 'inReview') && forget(), forget)
    return loading
  }

  /** The version that new instances run, or `undefined` where the process has none. */
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

  /** All versions in effect. */
  async allInEffect(): Promise<Definition[]> {
    const rows = await this.database.asSystem((tx) =>
      tx.query<{ id: string }>(
        `select id from process_versions where status = 'inEffect' order by process_id`,
      ),
    )
    return Promise.all(rows.map(({ id }) => this.get(id)))
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
    const row = await this.database.asSystem((tx) =>
      tx.first<Omit<Definition, 'process' | 'versionId' | 'effectiveAt'> & { effectiveAt: string | null }>(
        `select process_id as "processId", version, status, effective_at as "effectiveAt", xml, definition
         from process_versions
         where id = $1`,
        [versionId],
      ),
    )
    if (!row) throw new Error(`There is no process version ${versionId}`)
    const process = await compileDefinition(row.xml, row.definition.processId)
    return { ...row, versionId, effectiveAt: row.effectiveAt ?? undefined, process }
  }
}

/**
 * An element's name in the asker's language, as the version's own process.json has it; the drawing's name otherwise. A start
 * or an end without a name is called what it is.
 */
export function elementName(definition: Definition, elementId: string, locale: Locale): string {
  const element = definition.process.elements.get(elementId)
  const label = definition.definition.labels[elementId]?.[locale] ?? element?.name
  if (label) return label
  if (element?.type === 'startEvent' || element?.type === 'endEvent') return unnamed[element.type][locale]
  return elementId
}

const unnamed = {
  startEvent: { 'zh-CN': '发起', 'zh-TW': '發起', en: 'Start' },
  endEvent: { 'zh-CN': '流程结束', 'zh-TW': '流程結束', en: 'End of the process' },
}
