/** How an amount is shown: to the fen, or in 万元 as budgets are talked about (features.md §3.3). */
export type MoneyUnit = 'yuan' | 'wan'

const fenPerWan = 1_000_000

/** Full-width digits and punctuation, which Chinese input methods produce, as their ASCII forms. */
export const toHalfWidth = (text: string): string =>
  text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[　\u00a0]/g, ' ')

/**
 * Reads an amount that a person typed or pasted (元 unless 万 is written) as integer fen; undefined where it is none,
 * or where it is more exact than a fen: rounding would change a sum that somebody else wrote down.
 */
export function parseMoney(text: string): number | undefined {
  const plain = toHalfWidth(text)
    .replace(/[,\s]/g, '')
    .replace(/^(CNY|RMB|¥|￥)/i, '')
  const match = /^(\()?(-)?(?:¥|￥)?(\d*)(?:\.(\d*))?(万)?元?\)?$/.exec(plain)
  if (!match) return undefined
  const [, bracket, minus, whole = '', fraction = '', wan] = match
  if (!whole && !fraction) return undefined
  const places = wan ? 6 : 2
  const digits = fraction.replace(/0+$/, '')
  if (digits.length > places) return undefined
  const fen = Number(`${whole}${digits.padEnd(places, '0')}`)
  if (!Number.isSafeInteger(fen)) return undefined
  const isNegative = (bracket !== undefined) !== (minus !== undefined)
  return isNegative && fen !== 0 ? -fen : fen
}

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',')

/** Integer fen as `1,234.50` (元) or `0.12345` (万元, exact, without trailing zeros). The unit's word is not included. */
export function formatMoney(fen: number, unit: MoneyUnit = 'yuan'): string {
  const sign = fen < 0 ? '-' : ''
  const size = unit === 'wan' ? fenPerWan : 100
  const whole = Math.trunc(Math.abs(fen) / size)
  const rest = String(Math.abs(fen) % size).padStart(unit === 'wan' ? 6 : 2, '0')
  const fraction = unit === 'wan' ? rest.replace(/0+$/, '') : rest
  return `${sign}${grouped(String(whole))}${fraction ? `.${fraction}` : ''}`
}

/** What the input shows while it is edited: plain digits, no separators, no needless zeros. */
export function moneyDraft(fen: number): string {
  return formatMoney(fen).replaceAll(',', '').replace(/\.00$/, '')
}
