/** What the program does on its own takes a moment. */
export async function waitFor(look: () => Promise<string | undefined>): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('Nothing was handed over within 20 seconds')
}
