import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import { nodeRuntime, toolEnvironment } from '../setup/root.mjs'

const run = promisify(execFile)

/** Writes a small repository to a folder of its own, for a check to run over; removed after the test. */
export async function plant(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'canmou-planted-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, content)
  }
  return folder
}

/** Puts a link into a planted repository, as npm does for a workspace. */
export async function plantLink(folder: string, place: string, target: string): Promise<void> {
  const link = path.join(folder, place)
  await mkdir(path.dirname(link), { recursive: true })
  await symlink(target, link)
}

/** Runs a tool of ours over a folder. */
export async function runCheck(folder: string, command: string[]): Promise<{ code: number; output: string }> {
  try {
    const { stdout, stderr } = await run(nodeRuntime(), command, { cwd: folder, env: toolEnvironment() })
    return { code: 0, output: stdout + stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, output: stdout + stderr }
  }
}
