/** One entry of a list that a reference is chosen from. */
export interface ReferenceOption {
  value: string
  label: string
  /** Tells namesakes apart: the department, the number. */
  note: string
}

/** Those whose name or note contains what was typed, whatever its case. */
export function saying(options: readonly ReferenceOption[], typed: string): ReferenceOption[] {
  const wanted = typed.toLowerCase()
  return options.filter(({ label, note }) => `${label}\n${note}`.toLowerCase().includes(wanted))
}
