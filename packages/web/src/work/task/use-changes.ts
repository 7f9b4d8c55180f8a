import { useCallback, useRef, useState } from 'react'
import { useMe } from '../../identity/session.ts'
import { keepText, keptText } from './kept-text.ts'

type Fields = Readonly<Record<string, unknown>>

/** What is changed in the documents that a step is about, by the document. */
export interface Changes {
  of: ReadonlyMap<string, Fields>
  change: (recordId: string, fields: Fields | undefined) => void
}

/** Kept while one document after the other is on the page, and in this browser (`kept-text.ts`). */
export function useChanges(taskId: string): Changes {
  const me = useMe()
  const [of, setOf] = useState<Changes['of']>(
    () => new Map(Object.entries(keptText(me.id, taskId).changes ?? {})),
  )
  const latest = useRef(of)
  const change = useCallback(
    (recordId: string, fields: Fields | undefined): void => {
      const after = new Map(latest.current)
      if (fields) after.set(recordId, fields)
      else after.delete(recordId)
      latest.current = after
      setOf(after)
      keepText(me.id, taskId, { changes: Object.fromEntries(after) })
    },
    [me.id, taskId],
  )
  return { of, change }
}
