import { randomInt } from 'node:crypto'
import { hashPassword } from './password.ts'

/** Read out and typed in without taking one sign for another: no 0 O, 1 l I. */
const signs = 'abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY234679'
const passwordLength = 14

/** A password to be told once, and what is kept of it. */
export async function newPassword(): Promise<{ password: string; hash: string }> {
  const password = Array.from({ length: passwordLength }, () => signs.charAt(randomInt(signs.length))).join(
    '',
  )
  return { password, hash: await hashPassword(password) }
}
