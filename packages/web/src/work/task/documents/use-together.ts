import type { TaskDetail, TaskDocument } from '@canmou/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keys } from '../../../api/keys.ts'
import { taskQuery } from '../queries.ts'

/** The documents of a step that are submitted together. */
export interface Together {
  documents: readonly TaskDocument[]
  /** The one that is on the page. */
  shownId: string | undefined
  /** Somebody wanted to submit them: what is wrong is shown from now on. */
  isAttempted: boolean
  /** All of them as they are on the server now. */
  reload(): Promise<readonly TaskDocument[]>
  /** One of them was saved: how far it is may be another. */
  noteSaved(): void
}

/** For a step that may make several documents; kept while one after the other is written. */
export function useTogether(
  { id, documents, mode, record }: TaskDetail,
  wanted: string | undefined,
): Together | undefined {
  const client = useQueryClient()
  const [isAttempted, setAttempted] = useState(false)
  if (!documents || mode !== 'form') return undefined
  return {
    documents,
    shownId: record?.id,
    isAttempted,
    async reload() {
      setAttempted(true)
      const task = await client.fetchQuery({ ...taskQuery(id, wanted), staleTime: 0 })
      return task.documents ?? []
    },
    noteSaved: () => void client.invalidateQueries({ queryKey: keys.task(id) }),
  }
}
