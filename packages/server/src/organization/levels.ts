import type { Level } from '@canmou/contract'

/** 公开, 内部, 秘密, 机密, in rising order: a level's place is the rank that the tables hold. */
const levels = ['public', 'internal', 'secret', 'confidential'] as const satisfies Level[]

export const rankOf = (level: Level): number => levels.indexOf(level)

export function levelOf(rank: number): Level {
  const level = levels[rank]
  if (level === undefined) throw new RangeError(`There is no level of rank ${rank}`)
  return level
}
