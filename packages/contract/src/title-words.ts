import type { Locale } from './locales.ts'

// A title is made by the server where a record is saved and by the page while it is written: both by these words.

/** What a title is about, `产品定价方案：信号电源屏` → `信号电源屏`: another title that names it needs its kind no more. */
export const subjectOf = (title: string): string =>
  /^[^：:]{1,40}(?:：\s*|: )(.+)$/u.exec(title)?.[1] ?? title

const andMore: Record<Locale, (count: number) => string> = {
  'zh-CN': (count) => ` 等 ${count} 项`,
  'zh-TW': (count) => ` 等 ${count} 項`,
  en: (count) => ` and ${count - 1} more`,
}

/** Of the values of a column the first, and how many different ones there are. */
export const firstOf = (shown: string, count: number, locale: Locale): string =>
  count > 1 ? shown + andMore[locale](count) : shown

/** Without the brackets and colons around what is not filled in yet. */
export const tidyTitle = (title: string): string =>
  title
    .replace(/（\s*）|\(\s*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*[：:]$/, '')
