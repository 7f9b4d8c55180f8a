/** The password of every demo account in the tests' databases. */
export const testPassword = 'a password for tests'
