import { MoreOutlined } from '@ant-design/icons'
import type { BoxItem } from '@canmou/contract'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunList } from '../boxes.ts'
import { offered } from './row-offers.ts'
import styles from './verbs.module.css'

// Brings menus and dialogs along, which a list that is only read does without.
const RowVerbMenu = lazy(() =>
  import('./RowVerbMenu.tsx').then(({ RowVerbMenu: Part }) => ({ default: Part })),
)

/** The sign 更多操作 of a row of a list; what can be done is asked for when it is pressed. */
export function RowVerbs({ box, item }: { box: RunList; item: BoxItem }) {
  const { t } = useTranslation('verbs')
  const [isWanted, setWanted] = useState(false)
  const { task, instance } = offered[box]
  if (task.length + instance.length === 0) return null
  const sign = (
    <button
      type="button"
      className={styles.rowSign}
      aria-haspopup="menu"
      aria-label={t('moreOf', { about: item.instance.title })}
      onClick={() => setWanted(true)}
    >
      <MoreOutlined aria-hidden />
    </button>
  )
  if (!isWanted) return sign
  return (
    <Suspense fallback={sign}>
      <RowVerbMenu box={box} item={item} />
    </Suspense>
  )
}
