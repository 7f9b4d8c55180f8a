import { expect, test } from 'vitest'
import { avatarLetters } from './avatar-letters.ts'

test('an avatar shows the last two characters of the name itself', () => {
  expect(avatarLetters('市场经理（演示）')).toBe('经理')
  expect(avatarLetters('李雷(演示)')).toBe('李雷')
  expect(avatarLetters('欧阳娜娜')).toBe('娜娜')
  expect(avatarLetters('王')).toBe('王')
})

test('a name in other letters gives its initials', () => {
  expect(avatarLetters('Ada Lovelace (demo)')).toBe('AL')
  expect(avatarLetters('admin')).toBe('ad')
})

test('a name that is all brackets is shown rather than nothing', () => {
  expect(avatarLetters('（演示）')).toBe('示）')
})
