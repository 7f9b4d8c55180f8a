/** One thing to say to the person at the terminal, in both languages of the start-up messages. */
export type Sentence = { zh: string; en: string }

/** Called with what is going on while a person may be waiting. */
export type OnProgress = (sentence: Sentence) => void

const REPORT_AFTER_MS = 2_000
const REPORT_EVERY_MS = 10_000

/** Runs `work` and, if it takes longer than two seconds, says so through `onProgress`, again every ten seconds. */
export async function reportWhenSlow<T>(
  onProgress: OnProgress | undefined,
  sentence: Sentence,
  work: () => Promise<T>,
): Promise<T> {
  if (!onProgress) return work()
  let repeat: NodeJS.Timeout | undefined
  const first = setTimeout(() => {
    onProgress(sentence)
    repeat = setInterval(() => onProgress(sentence), REPORT_EVERY_MS)
  }, REPORT_AFTER_MS)
  try {
    return await work()
  } finally {
    clearTimeout(first)
    clearInterval(repeat)
  }
}
