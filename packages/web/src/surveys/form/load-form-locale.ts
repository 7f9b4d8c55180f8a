import type { Locale } from '@canmou/contract'

/** SurveyJS' own sentences ("请回答此问题") by the names that it has for the languages; English it brings along. */
const sentences: Record<Locale, { name: string; load: () => Promise<unknown> }> = {
  'zh-CN': { name: 'zh-cn', load: () => import('survey-core/i18n/simplified-chinese') },
  'zh-TW': { name: 'zh-tw', load: () => import('survey-core/i18n/traditional-chinese') },
  en: { name: 'en', load: () => Promise.resolve() },
}

/** Makes SurveyJS speak a language, and gives the name by which a model asks for it. */
export async function loadFormLocale(locale: Locale): Promise<string> {
  const { name, load } = sentences[locale]
  await load()
  return name
}

export const formLocaleName = (locale: Locale): string => sentences[locale].name
