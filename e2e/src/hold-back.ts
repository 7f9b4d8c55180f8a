import type { Page } from 'playwright-core'

/** Holds back what a page asks for at an address, until what this gives is called. */
export async function holdBack(page: Page, url: string): Promise<() => void> {
  let letGo = (): void => undefined
  const isLetGo = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(url, async (route) => {
    await isLetGo
    await route.continue()
  })
  return letGo
}
