import { hash, verify } from '@node-rs/argon2'

/** OWASP's recommendation for argon2id (the library's own choice of algorithm): 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, parameters)

let nobodysHash: Promise<string> | undefined

/**
 * Whether the password fits. Where there is no such person (`stored` undefined) it takes as long as where there is one,
 * so that the time tells nobody which user names exist.
 */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody')
  const fits = await verify(stored ?? (await nobodysHash), password)
  return stored !== undefined && fits
}
