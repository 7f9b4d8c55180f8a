import type { Colleague } from './department.ts'

export interface FieldSchema {
  type?: string
  format?: string
  readOnly?: boolean
  enum?: readonly string[]
  items?: FieldSchema
  properties?: Record<string, FieldSchema>
}

interface Labels {
  'zh-CN': string
}

export interface FieldView {
  label: Labels
  enum?: Record<string, Labels>
  columns?: Record<string, FieldView>
}

/** A kind of document as the server describes it. */
export interface Kind {
  code: string
  name: string
  type: 'document' | 'register' | 'form'
  schema: { properties: Record<string, FieldSchema> }
  view: {
    fields: Record<string, FieldView>
    layout: { fields: { field: string }[] }[]
    process?: string[]
  }
}

/** A file that is attached in the page: `FILE:draft.pdf` in the data. */
export const fileName = (value: unknown): string | undefined =>
  typeof value === 'string' && value.startsWith('FILE:') ? value.slice(5) : undefined

/** What a person calls the values of a document: the label of a choice, the title of a record, 是 and 否. */
export class DocumentWords {
  private readonly ask: Colleague['ask']
  private readonly known = new Map<string, Promise<string>>()

  constructor(ask: Colleague['ask']) {
    this.ask = ask
  }

  /** As it is typed, or chosen from a list; several for a list of values. */
  async typed(schema: FieldSchema, view: FieldView, value: unknown): Promise<string[]> {
    if (Array.isArray(value)) {
      const all = await Promise.all(value.map((item) => this.typed(schema.items ?? {}, view, item)))
      return all.flat()
    }
    if (typeof value === 'boolean') return [value ? '是' : '否']
    if (schema.format === 'money') return [(Number(value) / 100).toFixed(2)]
    const text = String(value)
    const file = fileName(text)
    if (file !== undefined) return [file]
    if (schema.format === 'date-time') return [dateTime(text)]
    if (schema.enum) return [view.enum?.[text]?.['zh-CN'] ?? text]
    return [await this.nameOf(schema.format, text)]
  }

  /** As it is read on paper, with the separators of an amount. */
  async shown(schema: FieldSchema, view: FieldView, value: unknown): Promise<string[]> {
    if (Array.isArray(value) && schema.items?.type === 'object') {
      const { properties = {} } = schema.items
      const cells = value.flatMap((row: Record<string, unknown>) =>
        Object.entries(row).map(([name, cell]) => {
          const column = view.columns?.[name]
          const own = properties[name]
          return own && column ? this.shown(own, column, cell) : Promise.resolve([])
        }),
      )
      return (await Promise.all(cells)).flat()
    }
    if (Array.isArray(value)) {
      return (await Promise.all(value.map((item) => this.shown(schema.items ?? {}, view, item)))).flat()
    }
    if (typeof value === 'object' && value !== null) return Object.values(value).map(String)
    if (schema.format === 'file-ref') return []
    if (schema.format === 'year-month') return [monthOf(String(value))]
    if (typeof value !== 'number') return this.typed(schema, view, value)
    return [
      schema.format === 'money'
        ? (value / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 })
        : value.toLocaleString('zh-CN'),
    ]
  }

  private nameOf(format: string | undefined, id: string): Promise<string> {
    const key = `${format} ${id}`
    const known = this.known.get(key)
    if (known) return known
    const name = this.find(format, id)
    this.known.set(key, name)
    return name
  }

  private async find(format: string | undefined, id: string): Promise<string> {
    switch (format) {
      case 'record-ref':
        return (await this.ask<{ title: string }>('GET', `/api/records/${id}`)).title
      case 'person-ref': {
        const path = `/api/people?q=${encodeURIComponent(id)}`
        const { items } = await this.ask<{ items: { username: string; name: string }[] }>('GET', path)
        return items.find(({ username }) => username === id)?.name ?? id
      }
      case 'department-ref': {
        const { items } = await this.ask<{ items: { id: string; name: string }[] }>('GET', '/api/departments')
        return items.find((department) => department.id === id)?.name ?? id
      }
      default:
        return id
    }
  }
}

function dateTime(iso: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return parts.format(new Date(iso))
}

const monthOf = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`
