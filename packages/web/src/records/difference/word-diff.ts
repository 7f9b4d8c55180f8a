import { sequenceDiff } from './sequence-diff.ts'

export interface TextPart {
  kind: 'same' | 'removed' | 'added'
  text: string
}

const segmenters = new Map<string, Intl.Segmenter>()

/** Words as a reader sees them: Chinese has no spaces between them, so the browser's dictionary cuts the text. */
export function words(text: string, locale: string): string[] {
  const segmenter = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' })
  segmenters.set(locale, segmenter)
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}

/**
 * The difference of two texts, word by word. Neighbouring changes are joined into one removal and one addition, also
 * over a lone blank or comma between them: 「三家」→「五家」 reads better than a patchwork of characters.
 */
export function wordDiff(before: string, after: string, locale: string): TextPart[] {
  const parts: TextPart[] = []
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed) parts.push({ kind: 'removed', text: removed })
    if (added) parts.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  const edits = sequenceDiff(words(before, locale), words(after, locale), (left, right) => left === right)
  for (const [index, edit] of edits.entries()) {
    if (edit.kind === 'removed') removed += edit.before
    else if (edit.kind === 'added') added += edit.after
    else if (removed && added && /^[^\S\n]$/.test(edit.after) && edits[index + 1]?.kind !== 'same') {
      removed += edit.before
      added += edit.after
    } else {
      flush()
      const last = parts.at(-1)
      if (last?.kind === 'same') last.text += edit.after
      else parts.push({ kind: 'same', text: edit.after })
    }
  }
  flush()
  return parts
}
