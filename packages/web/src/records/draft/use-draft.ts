import { useEffect, useMemo, useRef, useState } from 'react'
import { useMe } from '../../identity/session.ts'
import { onRecovery } from '../../api/connection.ts'
import { draftSaver, type Clock, type DraftSaver, type SaveState } from './draft-saver.ts'
import { saveDraft, type DraftContent } from './save-draft.ts'
import { forgetUnsent, keepUnsent } from './unsent-text.ts'

const browserClock: Clock = {
  now: () => Date.now(),
  setTimer: (run, ms) => window.setTimeout(run, ms),
  clearTimer: (timer) => window.clearTimeout(timer),
}

export interface Draft {
  state: SaveState
  saver: DraftSaver<DraftContent>
  /** The draft as it is now: kept in the tab at once, sent after a pause. */
  change(draft: DraftContent): void
}

/** Saves one record's draft by itself, from the revision that the text on the page is based on. */
export function useDraft(recordId: string, revision: number): Draft {
  const me = useMe()
  const [state, setState] = useState<SaveState>({ kind: 'clean' })
  const person = me.id
  const firstRevision = useRef(revision)
  const saver = useMemo(
    () =>
      draftSaver<DraftContent>({
        revision: firstRevision.current,
        save: (draft, revision, isLast) => saveDraft(recordId, draft, revision, isLast),
        clock: browserClock,
        onState(next) {
          if (next.kind === 'clean') forgetUnsent(person, recordId)
          setState(next)
        },
      }),
    [person, recordId],
  )

  useEffect(() => {
    const leave = (): void => {
      if (document.visibilityState === 'hidden') saver.leave()
    }
    const warn = (event: BeforeUnloadEvent): void => {
      if (saver.isUnsaved()) event.preventDefault()
    }
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('pagehide', saver.leave)
    window.addEventListener('beforeunload', warn)
    const stop = onRecovery(() => void saver.flush())
    return () => {
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('pagehide', saver.leave)
      window.removeEventListener('beforeunload', warn)
      stop()
      void saver.flush()
    }
  }, [saver])

  return {
    state,
    saver,
    change(draft) {
      keepUnsent(person, recordId, { revision: saver.revision(), draft })
      saver.change(draft)
    },
  }
}
