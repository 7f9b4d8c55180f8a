/** What the page says about the draft. */
export type SaveState =
  | { kind: 'clean'; savedAt?: string }
  | { kind: 'dirty' }
  | { kind: 'saving' }
  /** The network or the server is away: the text stays here and is sent again at `retryAt` (a clock time in ms). */
  | { kind: 'waiting'; retryAt: number; reason: 'network' | 'signedOut' }
  /** Saved elsewhere since this page read it (DRAFT_OUTDATED): a person has to choose. */
  | { kind: 'outdated' }
  /** The server will not take it as it is (a level above one's clearance, no right any more). */
  | { kind: 'refused'; code: string; message: string }

export type SaveResult =
  | { ok: true; revision: number; savedAt: string }
  | { ok: false; failure: 'network' | 'signedOut' | 'outdated' }
  | { ok: false; failure: 'refused'; code: string; message: string }

/** The clock and the timers, so that a test needs no waiting. */
export interface Clock {
  now(): number
  setTimer(run: () => void, ms: number): number
  clearTimer(timer: number): void
}

export interface DraftSaverOptions<Draft> {
  revision: number
  savedAt?: string
  /** Sends one save; `isLast` asks for a request that outlives the page. Never rejects. */
  save(draft: Draft, revision: number, isLast: boolean): Promise<SaveResult>
  onState(state: SaveState): void
  clock: Clock
  /** Pause in typing after which the draft is sent. */
  quietMs?: number
}

export interface DraftSaver<Draft> {
  /** The draft as it is now; sent after a pause in typing. */
  change(draft: Draft): void
  /** Send now what is unsent: on blur, before submitting. Resolves when nothing is under way any more. */
  flush(): Promise<SaveState>
  /** The page is about to go: one last request that may outlive it. */
  leave(): void
  /** The answer to `outdated`: keep my text over the one saved elsewhere, whose revision this is. */
  keepMine(revision: number): void
  /** The answer to `outdated`: the text saved elsewhere replaced mine on the page. */
  takeTheirs(revision: number, savedAt?: string): void
  /** Whether something typed is not on the server yet. */
  isUnsaved(): boolean
  revision(): number
  dispose(): void
}

const firstRetryMs = 2_000
const longestRetryMs = 30_000

/**
 * Sends a draft to the server one save at a time, always the newest text with the revision that the last answer gave,
 * so that a slow answer cannot be overtaken by a newer one. What could not be sent stays and is tried again.
 */
export function draftSaver<Draft>(options: DraftSaverOptions<Draft>): DraftSaver<Draft> {
  const { clock, quietMs = 1_000 } = options
  let revision = options.revision
  let savedAt = options.savedAt
  let unsent: { draft: Draft } | undefined
  let underWay: Promise<void> | undefined
  let timer: number | undefined
  let attempts = 0
  let isDisposed = false
  let state: SaveState = cleanState()

  function cleanState(): SaveState {
    return savedAt === undefined ? { kind: 'clean' } : { kind: 'clean', savedAt }
  }
  function show(next: SaveState): void {
    state = next
    if (!isDisposed) options.onState(next)
  }
  function schedule(ms: number): void {
    if (timer !== undefined) clock.clearTimer(timer)
    timer = clock.setTimer(() => {
      timer = undefined
      void send(false)
    }, ms)
  }
  function settle(result: SaveResult, sent: { draft: Draft }): void {
    if (result.ok) {
      revision = result.revision
      savedAt = result.savedAt
      attempts = 0
      if (!unsent) show(cleanState())
      else {
        show({ kind: 'dirty' })
        if (timer === undefined) schedule(quietMs)
      }
      return
    }
    unsent ??= sent
    if (result.failure === 'outdated') show({ kind: 'outdated' })
    else if (result.failure === 'refused')
      show({ kind: 'refused', code: result.code, message: result.message })
    else {
      const wait = Math.min(firstRetryMs * 2 ** attempts, longestRetryMs)
      attempts += 1
      show({ kind: 'waiting', retryAt: clock.now() + wait, reason: result.failure })
      schedule(wait)
    }
  }
  function send(isLast: boolean): Promise<void> {
    if (underWay) return underWay
    if (!unsent || state.kind === 'outdated' || isDisposed) return Promise.resolve()
    const sent = unsent
    unsent = undefined
    show({ kind: 'saving' })
    underWay = options.save(sent.draft, revision, isLast).then((result) => {
      underWay = undefined
      settle(result, sent)
    })
    return underWay
  }
  async function flush(): Promise<SaveState> {
    if (timer !== undefined) clock.clearTimer(timer)
    timer = undefined
    // What was typed while a request was under way needs a second one.
    do await send(false)
    while (underWay || (unsent && state.kind === 'dirty'))
    return state
  }

  return {
    change(draft) {
      unsent = { draft }
      if (state.kind === 'outdated') return
      if (!underWay) show({ kind: 'dirty' })
      schedule(quietMs)
    },
    flush,
    leave() {
      void send(true)
    },
    keepMine(newRevision) {
      revision = newRevision
      show({ kind: 'dirty' })
      void send(false)
    },
    takeTheirs(newRevision, newSavedAt) {
      revision = newRevision
      savedAt = newSavedAt
      unsent = undefined
      show(cleanState())
    },
    isUnsaved: () => unsent !== undefined || underWay !== undefined,
    revision: () => revision,
    dispose() {
      isDisposed = true
      if (timer !== undefined) clock.clearTimer(timer)
    },
  }
}
