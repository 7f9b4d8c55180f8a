import type { Page } from 'playwright-core'

/**
 * Does something of which the page tells in a message or in its heading. A message goes again after three seconds, in which a busy
 * machine may not come round to look: the page itself looks, from before it is done.
 */
export async function told(page: Page, words: string, act: () => Promise<unknown>): Promise<void> {
  const isTold = page.waitForFunction(
    (expected) =>
      [...document.querySelectorAll('h1, .ant-message')].some(({ textContent }) =>
        textContent?.includes(expected),
      ),
    words,
  )
  await Promise.all([isTold, act()])
}
