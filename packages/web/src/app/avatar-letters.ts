const bracketed = /[(（][^)）]*[)）]/g
const han = /\p{Script=Han}/u

/**
 * What stands in somebody's avatar: the last two characters of a Chinese name (经理 of 市场经理（演示）), the initials of
 * another. What stands in brackets is no part of the name.
 */
export function avatarLetters(name: string): string {
  const own = name.replace(bracketed, '').trim() || name
  if (han.test(own)) return [...own].slice(-2).join('')
  const words = own.split(/\s+/)
  return words
    .slice(0, 2)
    .map((word) => [...word].slice(0, words.length === 1 ? 2 : 1).join(''))
    .join('')
}
