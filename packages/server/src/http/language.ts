import { locales, type Locale } from '@canmou/contract'

/** The language to answer in where no person's own choice is known: the best one that the browser asks for. */
export function acceptedLocale(header: string | undefined): Locale {
  const wishes = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((wish) => {
      const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';')
      const q = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean)
      return { tag, weight: q === undefined ? 1 : Number(q) }
    })
    .sort((a, b) => b.weight - a.weight)
  for (const { tag, weight } of wishes) {
    if (weight === 0) continue
    if (/^zh-(tw|hk|mo|hant)/.test(tag)) return 'zh-TW'
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return locales[0]
}
