import type { SurveyDefinition, SurveyDetail } from '@canmou/contract'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { onRecovery } from '../../api/connection.ts'
import { hasCode, isApiFailure } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { failureText } from '../../api/raise-failure.ts'
import { draftSaver, type Clock, type SaveResult, type SaveState } from '../../records/draft/draft-saver.ts'

export interface SurveyContent {
  title: string
  definition: SurveyDefinition
}

const browserClock: Clock = {
  now: () => Date.now(),
  setTimer: (run, ms) => window.setTimeout(run, ms),
  clearTimer: (timer) => window.clearTimeout(timer),
}

/** The questionnaire in design: changed on the page at once, saved by itself after a pause. */
export function useDesign(survey: SurveyDetail) {
  const client = useQueryClient()
  const { id, revision } = survey
  const [content, setContent] = useState<SurveyContent>(survey)
  const [state, setState] = useState<SaveState>({ kind: 'clean' })
  const first = useRef({ revision, title: survey.title })
  const saver = useMemo(
    () =>
      draftSaver<SurveyContent>({
        revision: first.current.revision,
        save: ({ title, definition }, from, isLast) =>
          save(client, id, { title: title.trim() || first.current.title, definition }, from, isLast),
        clock: browserClock,
        onState: setState,
      }),
    [client, id],
  )
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (saver.isUnsaved()) event.preventDefault()
    }
    window.addEventListener('pagehide', saver.leave)
    window.addEventListener('beforeunload', warn)
    const stop = onRecovery(() => void saver.flush())
    return () => {
      window.removeEventListener('pagehide', saver.leave)
      window.removeEventListener('beforeunload', warn)
      stop()
      void saver.flush()
    }
  }, [saver])

  const change = useCallback(
    (next: Partial<SurveyContent>) => {
      setContent((now) => {
        const changed = { title: next.title ?? now.title, definition: next.definition ?? now.definition }
        saver.change(changed)
        return changed
      })
    },
    [saver],
  )
  const newest = () => answerOf(api.GET('/api/surveys/{id}', { params: { path: { id } } }))
  return {
    content,
    state,
    saver,
    change,
    async keepMine() {
      saver.keepMine((await newest()).revision)
    },
    async takeTheirs() {
      const theirs = await newest()
      client.setQueryData(keys.survey(id), theirs)
      saver.takeTheirs(theirs.revision, theirs.updatedAt)
      setContent({ title: theirs.title, definition: theirs.definition })
    },
  }
}

async function save(
  client: QueryClient,
  id: string,
  { title, definition }: SurveyContent,
  revision: number,
  isLast: boolean,
): Promise<SaveResult> {
  try {
    const saved = await answerOf(
      api.PUT('/api/surveys/{id}', {
        params: { path: { id } },
        body: { title, definition, revision },
        keepalive: isLast,
      }),
    )
    client.setQueryData(keys.survey(id), saved)
    return { ok: true, revision: saved.revision, savedAt: saved.updatedAt }
  } catch (error) {
    if (hasCode(error, 'SURVEY_OUTDATED')) return { ok: false, failure: 'outdated' }
    if (hasCode(error, 'UNAUTHENTICATED')) return { ok: false, failure: 'signedOut' }
    if (!isApiFailure(error) || error.status === 0 || error.status >= 500)
      return { ok: false, failure: 'network' }
    return { ok: false, failure: 'refused', code: error.code, message: failureText(error) }
  }
}
