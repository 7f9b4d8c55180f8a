import { inject } from 'vitest'

/** Where the program of this worker answers: files that run side by side have one each. */
export function baseUrl(): string {
  const url = inject('baseUrls')[Number(process.env['VITEST_POOL_ID']) - 1]
  if (url === undefined) throw new Error('More workers than programs were started for')
  return url
}
