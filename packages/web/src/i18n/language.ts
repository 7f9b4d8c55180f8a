import { locales, type Locale } from '@canmou/contract'
import dayjs from 'dayjs'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Bundle } from './namespaces.ts'

const storageKey = 'canmou.locale'

/** Each language in its own words, as a chooser shows it. */
export const languageNames: Record<Locale, string> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
}

const loaders: Record<Locale, () => Promise<{ bundle: Bundle }>> = {
  'zh-CN': () => import('./bundle-zh-CN.ts'),
  'zh-TW': () => import('./bundle-zh-TW.ts'),
  en: () => import('./bundle-en.ts'),
}

const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

/** The language chosen last on this device, else zh-CN: the department's language, whatever the browser's is. */
export function storedLocale(): Locale {
  const stored = localStorage.getItem(storageKey)
  return isLocale(stored) ? stored : 'zh-CN'
}

export function currentLocale(): Locale {
  return isLocale(i18next.language) ? i18next.language : 'zh-CN'
}

const bundles = new Map<Locale, Bundle>()

/** Ant Design's own sentences in the language shown; present from `startLanguage` on. */
export function currentBundle(): Bundle | undefined {
  return bundles.get(currentLocale())
}

async function load(locale: Locale): Promise<Bundle> {
  const known = bundles.get(locale)
  if (known) return known
  const { bundle } = await loaders[locale]()
  bundles.set(locale, bundle)
  return bundle
}

/** Loads the stored language and starts i18next with it; the first render waits for it, so no key is ever shown. */
export async function startLanguage(): Promise<void> {
  const locale = storedLocale()
  const bundle = await load(locale)
  await i18next.use(initReactI18next).init({
    lng: locale,
    defaultNS: 'app',
    resources: { [locale]: bundle.messages },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  settle(locale, bundle)
}

/** Shows the whole web in another language, without a reload, and remembers it on this device. */
export async function showLanguage(locale: Locale): Promise<void> {
  if (locale === currentLocale()) return
  const bundle = await load(locale)
  for (const [namespace, messages] of Object.entries(bundle.messages)) {
    i18next.addResourceBundle(locale, namespace, messages)
  }
  // Ant Design and dayjs must be ready before the change is announced: it is what makes the pages draw again.
  settle(locale, bundle)
  await i18next.changeLanguage(locale)
}

function settle(locale: Locale, bundle: Bundle): void {
  dayjs.locale(bundle.dayjs)
  document.documentElement.lang = locale
  localStorage.setItem(storageKey, locale)
}
