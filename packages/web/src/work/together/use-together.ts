import type { BoxItem } from '@canmou/contract'
import { useState } from 'react'
import type { ListSelection } from '../../app/List.tsx'

/** What is chosen of 待办 to be approved together (批量同意); rows that went meanwhile are chosen no more. */
export interface Together {
  items: readonly BoxItem[]
  selection: Omit<ListSelection<BoxItem>, 'label' | 'allLabel'>
  clear: () => void
}

/** As many as one request takes. */
export const mostTogether = 50

export const isOffered = ({ task }: BoxItem): boolean => task?.togetherLabel !== undefined

export function useTogether(rows: readonly BoxItem[]): Together {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const items = rows.filter((row) => isOffered(row) && chosen.has(row.key)).slice(0, mostTogether)
  return {
    items,
    selection: {
      isOffered,
      chosen: new Set(items.map(({ key }) => key)),
      choose(some, isChosen) {
        const keys = items.map(({ key }) => key).filter((key) => !some.some((row) => row.key === key))
        setChosen(new Set(isChosen ? [...keys, ...some.map(({ key }) => key)] : keys))
      },
    },
    clear: () => setChosen(new Set()),
  }
}
