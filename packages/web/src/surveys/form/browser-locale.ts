import type { Locale } from '@canmou/contract'

/** The language of somebody without an account: the first of the browser's that we have, else the department's own. */
export function browserLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    if (/^zh-(tw|hk|mo|hant)/i.test(language)) return 'zh-TW'
    if (/^zh/i.test(language)) return 'zh-CN'
    if (/^en/i.test(language)) return 'en'
  }
  return 'zh-CN'
}
