/**
 * Reads a block copied from Excel or WPS: cells parted by tabs, rows by line ends, and a cell that itself holds a tab,
 * a line end or a quote is put in quotes with its quotes doubled. The last line end belongs to no row.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let position = 0
  while (position <= text.length) {
    const cell = readCell(text, position)
    row.push(cell.value)
    const end = text[cell.end]
    position = cell.end + 1
    if (end === '\t') continue
    rows.push(row)
    row = []
    if (end === '\r' && text[position] === '\n') position += 1
    if (position >= text.length) break
  }
  return rows.length === 1 && rows[0]?.length === 1 && rows[0][0] === '' ? [] : rows
}

function readCell(text: string, start: number): { value: string; end: number } {
  if (text[start] === '"') {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y
    quoted.lastIndex = start
    const match = quoted.exec(text)
    if (match) {
      const value = (match[1] ?? '').replaceAll('""', '"').replaceAll('\r\n', '\n')
      return { value, end: start + match[0].length }
    }
  }
  let end = start
  while (end < text.length && !'\t\r\n'.includes(text[end] ?? '')) end += 1
  return { value: text.slice(start, end), end }
}

/** Whether a pasted text is a block for the grid; one cell of it is left to the input that has the focus. */
export function isBlock(text: string): boolean {
  const rows = parseBlock(text)
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1
}
