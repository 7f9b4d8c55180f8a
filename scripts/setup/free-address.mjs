import { createServer } from 'node:net'
import { SetupError } from './terminal.mjs'

const PATIENCE_MS = 5_000

/**
 * Refuses an address that somebody else listens on. Waits a little first: the last run may just be ending.
 * @param {string} host
 * @param {number} port
 * @param {number} [patienceMs]
 */
export async function refuseTakenAddress(host, port, patienceMs = PATIENCE_MS) {
  const deadline = Date.now() + patienceMs
  while (await isTaken(host, port)) {
    if (Date.now() > deadline) {
      throw new SetupError('PORT_IN_USE', {
        zh: `${host}:${port} 已被其他程序占用。请停止那个程序，或换一个端口，例如 PORT=${port + 1} npm start。`,
        en: `${host}:${port} is taken by another program. Stop that one, or take another port, for example PORT=${port + 1} npm start.`,
      })
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isTaken(host, port) {
  return new Promise((resolve) => {
    const probe = createServer()
    // Anything else that is wrong with the address is the server's to report.
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code === 'EADDRINUSE'))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(false)))
  })
}
