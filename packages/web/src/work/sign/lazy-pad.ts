import type { OfferedVerb } from '@canmou/contract'
import { lazy, useEffect } from 'react'

const load = () => import('./SignaturePad.tsx')

/** Comes with the first dialog that asks for a signature, all of which waits for it: its buttons would move when the pad comes. */
export const SignaturePad = lazy(() => load().then(({ SignaturePad: Part }) => ({ default: Part })))

/** Fetches it where a verb will ask for it, so that the dialog is there when it is wanted. */
export function useSignaturePadAhead(verbs: readonly OfferedVerb[]): void {
  const isAsked = verbs.some(({ signature }) => signature)
  useEffect(() => {
    // What fails here is told when it is wanted.
    if (isAsked) load().catch(() => undefined)
  }, [isAsked])
}
