import type { Labels } from '@canmou/contract'
import type { FieldView, RecordView } from '../catalogue/record-kind.ts'

/** The name of the field at a JSON pointer, as its form shows it: `/budgetItems/0/amount` → 预算明细 第1行 金额. */
export function fieldLabel(view: RecordView, pointer: string): Labels | undefined {
  const [name, ...rest] = pointer.split('/').slice(1)
  const field = name === undefined ? undefined : view.fields[name]
  if (!field) return undefined
  const [row, column] = rest
  if (row === undefined || !/^\d+$/.test(row)) return field.label
  return inRow(field, Number(row) + 1, column === undefined ? undefined : field.columns?.[column])
}

function inRow(field: FieldView, row: number, column: FieldView | undefined): Labels {
  const { label } = field
  return {
    'zh-CN': `${label['zh-CN']} 第${row}行${column ? ` ${column.label['zh-CN']}` : ''}`,
    'zh-TW': `${label['zh-TW']} 第${row}行${column ? ` ${column.label['zh-TW']}` : ''}`,
    en: `${label.en} row ${row}${column ? ` ${column.label.en}` : ''}`,
  }
}
