import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { v7 as uuid } from 'uuid'
import type { TestApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'

/**
 * What the `@…` in a scenario's data stand for: `@MRP` the latest record of that kind, `@MRP#2` the second one that the
 * instance made, `@PRD:DEMO-TM100` a demo entry by its key, `@VERSION:SC-002` a draft of that process. A record that comes
 * from an earlier process is made as if that process had run.
 */
export class References {
  private readonly app: TestApp
  private readonly before = new Map<string, string>()
  private readonly demo = demoTitles()
  /** Records of the instance by kind, in the order in which they were made. */
  made = new Map<string, string[]>()

  constructor(app: TestApp) {
    this.app = app
  }

  /** Another instance follows: what this one made is what that one comes from. */
  goOn(): void {
    for (const [kind, ids] of this.made) {
      const last = ids.at(-1)
      if (last !== undefined) this.before.set(kind, last)
    }
    this.made = new Map()
  }

  async resolve(value: unknown): Promise<unknown> {
    if (typeof value === 'string' && /^@[A-Z]{3}([:#].+)?$/.test(value)) return this.idOf(value.slice(1))
    if (typeof value === 'string' && value.startsWith('@VERSION:')) return this.nextVersion(value.slice(9))
    if (Array.isArray(value)) return Promise.all(value.map((item) => this.resolve(item)))
    if (typeof value !== 'object' || value === null) return value
    const members = await Promise.all(
      Object.entries(value).map(async ([name, member]) => [name, await this.resolve(member)] as const),
    )
    return Object.fromEntries(members)
  }

  private async idOf(reference: string): Promise<string> {
    const [kind = '', key] = reference.split(/[:#]/)
    if (reference.includes(':')) return this.demoRecord(kind, key ?? '')
    const made = this.made.get(kind) ?? []
    const own = key === undefined ? made.at(-1) : made[Number(key) - 1]
    return own ?? this.earlierRecord(kind)
  }

  /** A draft of the process's next version, drawn as the last one is. */
  private async nextVersion(processId: string): Promise<string> {
    const id = uuid()
    const made = await this.app.database.asSystem((tx) =>
      tx.first(
        `insert into process_versions (id, process_id, version, status, xml, definition, sha256)
         select $1, process_id, version + 1, 'draft', xml, definition, sha256
         from process_versions
         where process_id = $2
         order by version desc
         limit 1
         returning id`,
        [id, processId],
      ),
    )
    if (!made) throw new Error(`There is no process ${processId}`)
    return id
  }

  private async demoRecord(kind: string, key: string): Promise<string> {
    const title = this.demo.get(`${kind}:${key}`)
    const row = await this.app.database.asSystem((tx) =>
      tx.first<{ id: string }>('select id from records where kind = $1 and title = $2 and version > 0', [
        kind,
        title,
      ]),
    )
    if (!row) throw new Error(`There is no demo entry ${kind}:${key} (${title})`)
    return row.id
  }

  private async earlierRecord(kind: string): Promise<string> {
    const known = this.before.get(kind)
    if (known !== undefined) return known
    const id = uuid()
    const owner = this.app.idOf('marketManager')
    await this.app.database.asSystem(async (tx) => {
      await tx.execute(
        `insert into records (id, kind, number, title, status, owner_id, department_id, version)
         values ($1, $2, next_number($2, now()), $2, 'inEffect', $3, 'marketing', 1)`,
        [id, kind, owner],
      )
      await tx.execute(
        `insert into record_versions (record_id, version, title, level, data, sha256, submitted_by)
         values ($1, 1, $2, 1, '{}', '\\x00', $3)`,
        [id, kind, owner],
      )
      await tx.execute(
        `insert into record_grants (record_id, person_id, reason) select $1, id, 'participant' from people`,
        [id],
      )
    })
    this.before.set(kind, id)
    return id
  }
}

/** Titles of the demo entries, by `KIND:KEY`. */
function demoTitles(): Map<string, string> {
  const folder = path.join(catalogueFolder, 'records')
  const titles = new Map<string, string>()
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name, 'demo.json')
    let entries: { key: string; title: string }[]
    try {
      entries = JSON.parse(readFileSync(file, 'utf8')) as typeof entries
    } catch {
      continue
    }
    for (const { key, title } of entries) titles.set(`${name.slice(0, 3)}:${key}`, title)
  }
  return titles
}
