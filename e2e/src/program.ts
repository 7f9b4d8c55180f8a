import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The program as a user runs it: its own process, its own embedded database, the built pages. */
export interface Program {
  baseUrl: string
  stop: () => Promise<void>
}

const mainFile = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url))

export async function startProgram(): Promise<Program> {
  const dataDir = await mkdtemp(join(tmpdir(), 'canmou-e2e-'))
  const port = await freePort()
  const child = spawn(process.execPath, [mainFile], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), CANMOU_DATA: dataDir, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: string[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  const baseUrl = `http://127.0.0.1:${port}`
  try {
    await untilHealthy(baseUrl, child)
  } catch (cause) {
    child.kill('SIGKILL')
    throw new Error(`The program did not start:\n${output.join('')}`, { cause })
  }
  return {
    baseUrl,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function untilHealthy(baseUrl: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 90_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`exit code ${child.exitCode}`)
    const answer = await fetch(`${baseUrl}/api/health`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('not healthy after 90 s')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
