const words = {
  'zh-CN': {
    digits: '零壹贰叁肆伍陆柒捌玖',
    places: '仟佰拾',
    wan: '万',
    yi: '亿',
    minus: '负',
  },
  'zh-TW': {
    digits: '零壹貳參肆伍陸柒捌玖',
    places: '仟佰拾',
    wan: '萬',
    yi: '億',
    minus: '負',
  },
}
type Words = (typeof words)['zh-CN']

/** Four digits: 1002 → 壹仟零贰. Leading zeros are left out; whether one is spoken depends on what stands before. */
function group(value: number, { digits, places }: Words): string {
  let text = ''
  let zeroOpen = false
  for (const [index, sign] of [...String(value).padStart(4, '0')].entries()) {
    const digit = Number(sign)
    if (digit === 0) zeroOpen = text !== ''
    else {
      text += `${zeroOpen ? digits.charAt(0) : ''}${digits.charAt(digit)}${places.charAt(index)}`
      zeroOpen = false
    }
  }
  return text
}

/** Joins a higher and a lower part; a gap between them is spoken as one 零: 壹万零贰. */
const join = (high: string, low: number, lowSize: number, lowText: string, w: Words): string =>
  low === 0 ? high : `${high}${high && low < lowSize / 10 ? w.digits.charAt(0) : ''}${lowText}`

function whole(value: number, w: Words): string {
  if (value >= 1e8) {
    const low = value % 1e8
    return join(`${whole(Math.trunc(value / 1e8), w)}${w.yi}`, low, 1e8, whole(low, w), w)
  }
  if (value >= 1e4) {
    const low = value % 1e4
    return join(`${group(Math.trunc(value / 1e4), w)}${w.wan}`, low, 1e4, group(low, w), w)
  }
  return group(value, w)
}

/**
 * 大写金额 of integer fen, as formal papers write it: 壹万贰仟叁佰元伍角整. English papers have no such custom, so
 * there is no `en`.
 */
export function moneyInWords(fen: number, locale: 'zh-CN' | 'zh-TW'): string {
  const w = words[locale]
  const amount = Math.abs(fen)
  const yuan = Math.trunc(amount / 100)
  const jiao = Math.trunc((amount % 100) / 10)
  const rest = amount % 10
  if (amount === 0) return `${w.digits.charAt(0)}元整`
  const yuanText = yuan > 0 ? `${whole(yuan, w)}元` : ''
  const gap = yuan > 0 && rest > 0 ? w.digits.charAt(0) : ''
  const jiaoText = jiao > 0 ? `${w.digits.charAt(jiao)}角` : gap
  const restText = rest > 0 ? `${w.digits.charAt(rest)}分` : '整'
  return `${fen < 0 ? w.minus : ''}${yuanText}${jiaoText}${restText}`
}
