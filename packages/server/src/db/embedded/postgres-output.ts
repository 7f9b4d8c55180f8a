import type { Readable } from 'node:stream'

const KEPT_LINES = 40

/** Keeps the end of what a PostgreSQL program says, to explain its end. */
export class LastLines {
  #lines: string[] = []

  /** Collects from a stream, and shows each line to `onLine`. */
  follow(stream: Readable | null, onLine?: (line: string) => void): void {
    let rest = ''
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        this.#lines.push(line)
        onLine?.(line)
      }
      this.#lines = this.#lines.slice(-KEPT_LINES)
    })
  }

  text(): string {
    return this.#lines.join('\n')
  }
}

/** Whether PostgreSQL ended because its port belongs to somebody else. */
export function isPortTaken(output: string): boolean {
  return /Address already in use|could not create any TCP\/IP sockets/.test(output)
}
