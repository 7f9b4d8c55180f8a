import { pinyin } from 'pinyin-pro'
import type { Transaction } from '../db/database.ts'

/** How a name sounds, in full and by its initials (`张伟` → `zhangwei zw`): what an input method without characters finds it by. */
export function soundsOf(name: string): string {
  const syllables = pinyin(name.normalize('NFKC').toLowerCase(), {
    toneType: 'none',
    type: 'array',
    v: true,
    surname: 'head',
    nonZh: 'removed',
  })
  if (syllables.length === 0) return ''
  return `${syllables.join('')} ${syllables.map((syllable) => syllable.charAt(0)).join('')}`
}

/** Fills in the sound of names that came into the table without one. */
export async function fillInSounds(tx: Transaction): Promise<void> {
  const people = await tx.query<{ id: string; name: string }>(
    'select id, name from people where pinyin is null',
  )
  if (people.length === 0) return
  const sounds = people.map(({ id, name }) => ({ id, pinyin: soundsOf(name) }))
  await tx.execute(
    `update people p set pinyin = s.pinyin
     from jsonb_to_recordset($1::jsonb) as s (id uuid, pinyin text)
     where p.id = s.id`,
    [JSON.stringify(sounds)],
  )
}
