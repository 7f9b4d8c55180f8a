/** A step that cannot be done as the drawing and the variables stand; it becomes an incident, not a failure. */
export class Incident extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}
