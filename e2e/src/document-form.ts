import type { Locator, Page } from 'playwright-core'
import { isDeepStrictEqual } from 'node:util'
import {
  fileName,
  type DocumentWords,
  type FieldSchema,
  type FieldView,
  type Kind,
} from './document-words.ts'
import { selectOption } from './select-option.ts'

type Data = Record<string, unknown>

/** The form of a document, filled in by its own widgets: whatever stands at a field is used as a person uses it. */
export class DocumentForm {
  private readonly page: Page
  private readonly kind: Kind
  private readonly words: DocumentWords

  constructor(page: Page, kind: Kind, words: DocumentWords) {
    this.page = page
    this.kind = kind
    this.words = words
  }

  /** Writes what differs from what the form began with, in the order of the page. */
  async fill(data: Data, before: Data): Promise<void> {
    for (const name of filesIn(data)) await this.attach(name)
    const order = this.kind.view.layout.flatMap(({ fields }) => fields.map(({ field }) => field))
    for (const name of order) {
      const schema = this.kind.schema.properties[name]
      const view = this.kind.view.fields[name]
      const value = data[name]
      if (!schema || !view || schema.readOnly || value === undefined) continue
      if (isDeepStrictEqual(value, before[name])) continue
      await this.write(`field-${name}`, schema, view, value).catch((cause: unknown) => {
        throw new Error(`${this.kind.code} ${name} (${view.label['zh-CN']})`, { cause })
      })
    }
  }

  async saved(): Promise<void> {
    // What is typed is written out when the field is left.
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await this.page
      .locator('p[role=status]')
      .filter({ hasText: /已保存|草稿会自动保存/ })
      .waitFor()
  }

  /** What stands in the fields now, by their places. */
  shown(): Promise<Record<string, string>> {
    return this.page.evaluate(() => {
      const fields = [...document.querySelectorAll<HTMLElement>('[id^="field-"]')].filter(
        ({ id }) => !/-(help|error|list\w*)$|_/.test(id),
      )
      return Object.fromEntries(
        fields.map((element) => {
          const select = element.closest<HTMLElement>('.ant-select')
          if (select) return [element.id, select.innerText]
          if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
            return [element.id, element.value]
          if (element instanceof HTMLSelectElement) return [element.id, element.value]
          const checked = [...element.querySelectorAll<HTMLInputElement>(':scope input:checked')]
          return [element.id, checked.map(({ value }) => value).join()]
        }),
      )
    })
  }

  private async attach(name: string): Promise<void> {
    const isPicture = name.endsWith('.png')
    await this.page.locator('input[type=file]').setInputFiles({
      name,
      mimeType: isPicture ? 'image/png' : 'application/pdf',
      buffer: isPicture ? onePixel : Buffer.from(`%PDF-1.4\n% ${name}\n%%EOF\n`),
    })
    await this.page.getByRole('button', { name: `移除附件 ${name}` }).waitFor()
  }

  private async write(id: string, schema: FieldSchema, view: FieldView, value: unknown): Promise<void> {
    if (schema.items?.type === 'object') return this.writeRows(id, schema.items, view, value as Data[])
    if (schema.type === 'object') {
      for (const [part, day] of Object.entries(value as Data))
        await this.writeDay(this.at(`${id}-${part}`), String(day))
      return
    }
    const typed = await this.words.typed(schema, view, value)
    const field = this.at(id)
    const widget = await field.evaluate((element) => {
      if (element.closest('.ant-picker')) return 'date'
      if (element.closest('.ant-select')) return 'list'
      if (element instanceof HTMLSelectElement) return 'menu'
      return element.matches('input, textarea') ? 'text' : 'choices'
    })
    switch (widget) {
      case 'date':
        return this.writeDay(field, typed[0] ?? '')
      case 'list':
        for (const words of typed) await this.choose(field, words)
        return
      case 'menu':
        await field.selectOption({ label: typed[0] ?? '' })
        return
      case 'text':
        await field.fill(typed[0] ?? '')
        return
      case 'choices':
        for (const words of typed) await field.getByText(words, { exact: true }).click()
    }
  }

  private async writeRows(id: string, row: FieldSchema, view: FieldView, rows: Data[]): Promise<void> {
    const table = this.at(id)
    for (const [index, cells] of rows.entries()) {
      if ((await table.locator('tbody tr').count()) <= index)
        await table.getByRole('button', { name: '添加一行' }).click()
      for (const [name, cell] of Object.entries(cells)) {
        const schema = row.properties?.[name]
        const column = view.columns?.[name]
        if (!schema || !column || schema.readOnly || cell === undefined) continue
        await this.write(`${id}-${index}-${name}`, schema, column, cell)
      }
    }
  }

  private async writeDay(field: Locator, day: string): Promise<void> {
    await field.fill(day)
    await field.press('Tab')
  }

  /** Typed where the list can be searched, and taken with the Enter key. */
  private async choose(field: Locator, words: string): Promise<void> {
    const isSearched = await field.evaluate((element) => !(element as HTMLInputElement).readOnly)
    if (isSearched) await field.fill(words)
    else await field.press('Enter')
    const exactly = new RegExp(`^${words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
    await selectOption(this.page, exactly).click()
    await field.press('Escape')
  }

  private at(id: string): Locator {
    return this.page.locator(`[id="${id}"]`)
  }
}

function filesIn(value: unknown): string[] {
  const own = fileName(value)
  if (own !== undefined) return [own]
  if (typeof value !== 'object' || value === null) return []
  return [...new Set(Object.values(value).flatMap(filesIn))]
}

/** The smallest picture. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
