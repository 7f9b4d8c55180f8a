import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readJson, root } from './catalogue.ts'

/**
 * The characters of a double-byte Chinese character set: GB 2312 holds the simplified forms and Big5 the
 * traditional ones, and what stands in one only gives away a text in the wrong script.
 */
function charactersOf(encoding: 'gbk' | 'big5', leads: [number, number]): Set<string> {
  const decoder = new TextDecoder(encoding)
  const found = new Set<string>()
  for (let lead = leads[0]; lead <= leads[1]; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (encoding === 'gbk' && trail < 0xa1) continue
      for (const character of decoder.decode(new Uint8Array([lead, trail]))) found.add(character)
    }
  }
  return found
}
const simplified = charactersOf('gbk', [0xb0, 0xf7])
const traditional = charactersOf('big5', [0xa4, 0xf9])

const isChinese = (character: string): boolean => /\p{Script=Han}/u.test(character)
const notIn = (text: string, set: Set<string>): string[] =>
  [...text].filter((c) => isChinese(c) && !set.has(c))

interface Found {
  where: string
  labels: { [language: string]: unknown }
}

function* labelsIn(value: unknown, where: string): Generator<Found> {
  if (typeof value !== 'object' || value === null) return
  if ('zh-CN' in value || 'zh-TW' in value || 'en' in value) yield { where, labels: { ...value } }
  else for (const [key, inner] of Object.entries(value)) yield* labelsIn(inner, `${where}/${key}`)
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.json') && !path.startsWith('schemas') && path.includes('/'))
  .sort()
const found = files.flatMap((path) => [...labelsIn(readJson(path), path)])

describe('texts in three languages', () => {
  it('are found in the files', () => {
    expect(found.length).toBeGreaterThan(200)
    expect(files).toContain(join('organization', 'people.json'))
  })
  it('are complete', () => {
    const incomplete = found.filter(({ labels }) => {
      const texts = ['zh-CN', 'zh-TW', 'en'].map((language) => labels[language])
      return (
        texts.some((text) => typeof text !== 'string' || text.trim() === '') ||
        Object.keys(labels).length !== 3
      )
    })
    expect(incomplete).toEqual([])
  })
  it('are simplified in zh-CN and traditional in zh-TW', () => {
    const wrong = found.flatMap(({ where, labels }) => [
      ...notIn(String(labels['zh-CN']), simplified).map((c) => `${where}: ${c} in zh-CN`),
      ...notIn(String(labels['zh-TW']), traditional).map((c) => `${where}: ${c} in zh-TW`),
    ])
    expect(wrong).toEqual([])
  })
  it('are English in en', () => {
    expect(found.filter(({ labels }) => [...String(labels['en'])].some(isChinese))).toEqual([])
  })
  it('are punctuated as Chinese is', () => {
    const wrong = found.filter(({ labels }) =>
      ['zh-CN', 'zh-TW'].some((language) => /\p{Script=Han}[,;:?!(]/u.test(String(labels[language]))),
    )
    expect(wrong).toEqual([])
  })
  it('tells the two scripts apart', () => {
    expect(notIn('审核', traditional)).toEqual(['审'])
    expect(notIn('審核', simplified)).toEqual(['審'])
  })
})
