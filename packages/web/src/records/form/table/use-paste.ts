import { useQueryClient } from '@tanstack/react-query'
import type { ClipboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { referenceFinder } from '../../references/find-reference.ts'
import { isBlock, parseBlock } from '../clipboard.ts'
import type { Field } from '../field-model.ts'
import { pasteBlock, type Pasted } from '../paste.ts'
import type { TableRows } from './use-table-rows.ts'

/** How many unreadable cells are named; the rest are only counted. */
const named = 3

/** Takes a block from Excel or WPS that is pasted anywhere in a table; single cells are left to their inputs. */
export function usePaste(table: Field, rows: TableRows) {
  const { t } = useTranslation('records')
  const client = useQueryClient()

  const inWords = ({ rows: after, unread, surplus, beyond }: Pasted, count: number): string => {
    const cells = unread.slice(0, named).map((cell) => t('table.unreadCell', cell))
    if (unread.length > named) cells.push(t('table.more'))
    return [
      t('table.pasted', { count: Math.min(count, after.length) }),
      unread.length > 0 &&
        t('table.unread', { count: unread.length, cells: cells.join(t('value.separator')) }),
      beyond > 0 && t('table.beyond', { count: beyond }),
      surplus > 0 && t('table.surplus', { count: surplus }),
    ]
      .filter(Boolean)
      .join(' ')
  }
  return (event: ClipboardEvent<HTMLElement>): void => {
    const text = event.clipboardData.getData('text/plain')
    if (!isBlock(text)) return
    event.preventDefault()
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
    const at = {
      row: Number(cell?.dataset['row'] ?? rows.rows.length),
      column: Number(cell?.dataset['column'] ?? 0),
    }
    const block = parseBlock(text)
    void pasteBlock(table, rows.rows, block, at, referenceFinder(client)).then((pasted) =>
      rows.actions.replace(pasted.rows, inWords(pasted, block.length - pasted.surplus)),
    )
  }
}
