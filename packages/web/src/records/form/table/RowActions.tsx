import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RowActionsOf } from './use-table-rows.ts'

interface RowActionsProps {
  index: number
  count: number
  actions: RowActionsOf
}

/** Up, down, away: what can be done with one row. */
export function RowActions({ index, count, actions }: RowActionsProps) {
  const { t } = useTranslation('records')
  const row = index + 1
  const size = { type: 'text', size: 'small' } as const
  return (
    <>
      <Button
        {...size}
        icon={<ArrowUpOutlined aria-hidden />}
        aria-label={t('table.moveUp', { row })}
        disabled={index === 0}
        onClick={() => actions.move(index, -1)}
      />
      <Button
        {...size}
        icon={<ArrowDownOutlined aria-hidden />}
        aria-label={t('table.moveDown', { row })}
        disabled={index >= count - 1}
        onClick={() => actions.move(index, 1)}
      />
      <Button
        {...size}
        icon={<DeleteOutlined aria-hidden />}
        aria-label={t('table.remove', { row })}
        disabled={count === 0}
        onClick={() => actions.remove(index)}
      />
    </>
  )
}
