import type { Page } from 'playwright-core'

/** Words that a Chinese page may hold as they are: units, formats, numbers of forms and records, names of files. */
const usual =
  /^(V\d+|F\d+|DEMO|PDF|Excel|WPS|Word|BPMN|Ctrl|Alt|Enter|Hz|kHz|MB|KB|px|A\d|[A-Z]{2,5}\d*(-[\w-]+)?|sha256|([\w-]+\.)?(pdf|png))$/

/** What stays odd: names of people and departments come after the page. */
export async function lastingOdditiesOf(page: Page): Promise<string[]> {
  for (let tries = 0; tries < 20; tries += 1) {
    if ((await odditiesOf(page)).length === 0) return []
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return odditiesOf(page)
}

/** What a reader would not expect on a Chinese page: names of the program's own, values that are none, English. */
async function odditiesOf(page: Page): Promise<string[]> {
  const { texts, cut } = await page.evaluate(() => {
    const main = document.querySelector('main')
    if (!main) return { texts: ['nothing'], cut: [] }
    // A fingerprint is what it is.
    const text = main.innerText.replaceAll(/[0-9a-f]{64}/g, '')
    const isHeard = (element: Element): boolean => !element.closest('[aria-hidden=true], .ant-select-suffix')
    const shown = [...main.querySelectorAll<HTMLInputElement>('input, textarea')].flatMap((element) => {
      // A wheel of days has its own way to write them.
      const isWords = !['checkbox', 'radio', 'file', 'date', 'month', 'datetime-local'].includes(element.type)
      return [isWords ? element.value : '', element.getAttribute('placeholder') ?? '']
    })
    // The picture within a control that has a name of its own is not read.
    const spoken = [...main.querySelectorAll('[aria-label]:not(.anticon), [title]')]
      .filter(isHeard)
      .flatMap((element) => [element.getAttribute('aria-label') ?? '', element.getAttribute('title') ?? ''])
    const cutOff = [...main.querySelectorAll('button, a, th, td, h1, h2, h3, label, legend, dt, dd, p, span')]
      .filter((element) => {
        const { overflowX, textOverflow } = getComputedStyle(element)
        const isCut = element.scrollWidth > element.clientWidth + 1 && overflowX === 'hidden'
        return (
          isCut &&
          textOverflow !== 'ellipsis' &&
          element.textContent !== '' &&
          !element.closest('.visually-hidden')
        )
      })
      .map((element) => element.textContent)
    return { texts: [text, ...shown, ...spoken], cut: cutOff }
  })
  const words = texts.flatMap((text) => text.match(/@?[A-Za-z][\w.-]*/g) ?? [])
  const odd = words.filter((word) => word.length > 1 && !usual.test(word))
  return [
    ...[...new Set(odd)].map((word) => `“${word}” on a Chinese page`),
    ...cut.map((text) => `“${text}” is cut off`),
  ]
}
