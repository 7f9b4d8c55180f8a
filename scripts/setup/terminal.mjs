/**
 * One thing to say to the person at the terminal.
 * @typedef {{ zh: string, en: string }} Sentence
 */

const REPORT_AFTER_MS = 2_000
const REPORT_EVERY_MS = 5_000

/**
 * Says something in both languages.
 * @param {Sentence} sentence
 */
export function say({ zh, en }) {
  process.stdout.write(`${zh} · ${en}\n`)
}

/** A reason to end that the person can do something about; `code` is stable. */
export class SetupError extends Error {
  /**
   * @param {string} code
   * @param {Sentence} sentence
   */
  constructor(code, sentence) {
    super(`${code}: ${sentence.en}`)
    this.code = code
    this.sentence = sentence
  }
}

/**
 * Says what is being done and, from two seconds on, that it still is.
 * @template T
 * @param {Sentence} sentence
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(sentence, work) {
  say(sentence)
  const since = Date.now()
  const seconds = () => `${Math.round((Date.now() - since) / 1000)} s`
  const stillThere = () => say({ zh: `  …… ${seconds()}`, en: `${sentence.en} ${seconds()}` })
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let repeat
  const first = setTimeout(() => {
    stillThere()
    repeat = setInterval(stillThere, REPORT_EVERY_MS)
  }, REPORT_AFTER_MS)
  try {
    return await work()
  } finally {
    clearTimeout(first)
    clearInterval(repeat)
  }
}

/**
 * Runs a script's main function; a `SetupError` is shown as its sentence, without a stack.
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    process.stderr.write(`\n[${error.code}]\n${error.sentence.zh}\n${error.sentence.en}\n`)
    process.exitCode = 1
  }
}
