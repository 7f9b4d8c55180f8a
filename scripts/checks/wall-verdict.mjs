/**
 * What a cruise found: the modules that were read with the number of their imports, and the broken rules.
 * @typedef {{ modules: { source: string, dependencies: unknown[] }[], violations: { rule: { name: string }, from: string, to: string }[] }} Cruised
 */

/**
 * Judges a cruise. A check over nothing passes too, so it is only good when every file on disk has been read and some
 * import was found in them.
 * @param {readonly string[]} files on disk
 * @param {Cruised} cruised
 * @returns {{ good: boolean, lines: string[] }}
 */
export function judge(files, { modules, violations }) {
  const read = new Set(modules.map(({ source }) => source))
  const unread = files.filter((file) => !read.has(file))
  const onDisk = new Set(files)
  const imports = modules.reduce(
    (sum, { source, dependencies }) => sum + (onDisk.has(source) ? dependencies.length : 0),
    0,
  )
  return {
    good: files.length > 0 && imports > 0 && unread.length === 0 && violations.length === 0,
    lines: [
      ...unread.map((file) => `not read: ${file}`),
      ...violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
      `${files.length} modules on disk, ${unread.length} unread, ${imports} imports, ${violations.length} violations`,
    ],
  }
}
