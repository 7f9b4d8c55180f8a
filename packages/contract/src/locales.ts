/** The languages every label and message exists in; the first is the default. */
export const locales = ['zh-CN', 'zh-TW', 'en'] as const
export type Locale = (typeof locales)[number]
export type Labels = Record<Locale, string>
