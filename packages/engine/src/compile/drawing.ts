import { compileFeel, FeelSyntaxError, literal } from '../feel/expression.ts'
import type { Expression } from '../feel/expression.ts'
import { CompileError } from '../errors.ts'
import type { CompileCode, CompileProblem } from '../errors.ts'
import type { Element, Flow } from '../model.ts'
import { idOf, nearestId, text } from './moddle-read.ts'
import type { ModdleElement } from './moddle-read.ts'

/** What the compile steps share: findings so far, elements and flows by id, expressions already parsed. */
export class Drawing {
  readonly problems: CompileProblem[] = []
  readonly elements = new Map<string, Element>()
  readonly flows = new Map<string, Flow>()
  /** The XML element behind each model element, for the passes that resolve references. */
  readonly sources = new Map<Element, ModdleElement>()
  private readonly parsed = new Map<string, Expression>()

  refuse(code: CompileCode, element: ModdleElement | string | undefined, message: string): void {
    const elementId = typeof element === 'string' ? element : nearestId(element)
    if (
      this.problems.some(
        (found) => found.code === code && found.elementId === elementId && found.message === message,
      )
    ) {
      return
    }
    this.problems.push({ code, elementId, message })
  }

  throwIfRefused(): void {
    if (this.problems.length > 0) throw new CompileError(this.problems)
  }

  /** FEEL, with or without the leading `=` that Zeebe writes. */
  feel(source: string, owner: ModdleElement): Expression {
    const body = source.startsWith('=') ? source.slice(1) : source
    const known = this.parsed.get(body)
    if (known) return known
    let compiled = literal(source)
    try {
      compiled = compileFeel(body)
    } catch (error) {
      // feelin reports a syntax error as its own error class; anything else it throws is about the text too
      const message = error instanceof Error ? error.message : String(error)
      this.refuse('FEEL_INVALID', owner, error instanceof FeelSyntaxError ? message : `${message}: ${body}`)
    }
    this.parsed.set(body, compiled)
    return compiled
  }

  /** Zeebe's rule: `=` starts FEEL, everything else stands for itself. */
  value(source: string, owner: ModdleElement): Expression {
    return source.startsWith('=') ? this.feel(source, owner) : literal(source)
  }

  optionalValue(
    owner: ModdleElement,
    holder: ModdleElement | undefined,
    name: string,
  ): Expression | undefined {
    const source = holder && text(holder, name)
    return source === undefined ? undefined : this.value(source, owner)
  }

  optionalFeel(owner: ModdleElement, source: string | undefined): Expression | undefined {
    return source === undefined ? undefined : this.feel(source, owner)
  }

  /** The id, or undefined after refusing an element that has none to be known by. */
  requireId(element: ModdleElement): string | undefined {
    const id = idOf(element)
    if (id === '') this.refuse('MISSING_ID', element, `<${element.$type}> has no id`)
    else if (id === '__proto__') this.refuse('INVALID_ID', element, 'this id cannot be used')
    else return id
    return undefined
  }
}

/** Body of a formal expression such as `<conditionExpression>`; other languages than FEEL are refused. */
export function expressionBody(
  drawing: Drawing,
  owner: ModdleElement,
  holder: ModdleElement,
): string | undefined {
  const language = text(holder, 'language')
  if (language !== undefined && !/feel/i.test(language)) {
    drawing.refuse('UNSUPPORTED_LANGUAGE', owner, `expression language ${language}`)
    return undefined
  }
  return text(holder, 'body')
}
