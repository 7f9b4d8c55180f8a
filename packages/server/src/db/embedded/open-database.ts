import { startEmbedded } from './embedded-server.ts'
import type { OnProgress } from './sentence.ts'

/** The program's database. `adminUrl` migrates it (its owner), `appUrl` serves requests (`canmou_app`). */
export type OpenDatabase = {
  adminUrl: string
  appUrl: string
  /** Settles if the embedded server ends, asked or not, with its last output; never for a database of your own. */
  ended: Promise<string>
  /** Stops the embedded server cleanly; does nothing to a database of your own. */
  stop: () => Promise<void>
}

/**
 * Opens the database at `databaseUrl` or, without one, the embedded PostgreSQL in `dataDir`, which it starts.
 * Throws `LaunchError` with a code and a sentence in both languages.
 */
export async function openDatabase(options: {
  dataDir?: string | undefined
  databaseUrl?: string | undefined
  onProgress?: OnProgress | undefined
  onLogLine?: ((line: string) => void) | undefined
}): Promise<OpenDatabase> {
  const { databaseUrl, dataDir = '.data', onProgress, onLogLine } = options
  if (databaseUrl !== undefined && databaseUrl !== '') {
    const ended = new Promise<string>(() => undefined)
    return { adminUrl: databaseUrl, appUrl: asApplication(databaseUrl), ended, stop: () => Promise.resolve() }
  }
  const server = await startEmbedded({
    dataDir,
    ...(onProgress && { onProgress }),
    ...(onLogLine && { onLogLine }),
  })
  const { ended, stop } = server
  return { adminUrl: server.url('canmou_owner'), appUrl: server.url('canmou_app'), ended, stop }
}

/** The same address, each of whose sessions starts in the role `canmou_app`. The first migration makes that role. */
function asApplication(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  const options = [url.searchParams.get('options'), '-c role=canmou_app'].filter(Boolean).join(' ')
  url.searchParams.delete('options')
  // Written by hand: URLSearchParams writes a space as `+`, which libpq (psql, pg_dump) does not read as one.
  url.search += `${url.search ? '&' : ''}options=${encodeURIComponent(options)}`
  return url.href
}
