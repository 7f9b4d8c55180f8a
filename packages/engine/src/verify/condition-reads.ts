import { parseExpression } from 'feelin'
import type { Expression } from '../feel/expression.ts'

/** A node of feelin's syntax tree. */
export interface SyntaxNode {
  name: string
  from: number
  to: number
  firstChild: SyntaxNode | null
  nextSibling: SyntaxNode | null
}

/** The expression's text without the leading `=`, and its tree. */
export function syntaxOf(expression: Expression): { text: string; root: SyntaxNode } {
  const text = expression.text.replace(/^=/, '')
  return { text, root: parseExpression(text, {}, undefined).topNode }
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}

/**
 * The variables that the condition needs: without the names of functions, what it binds itself, the fields that a
 * filter looks at, and variables that it compares with null, since it is ready to find nothing there.
 */
export function neededVariables(condition: Expression): string[] {
  const { text, root } = syntaxOf(condition)
  const read = new Set<string>()
  const exempt = new Set<string>()
  const word = (node: SyntaxNode) => text.slice(node.from, node.to).trim()
  const walk = (node: SyntaxNode): void => {
    const children = childrenOf(node)
    if (node.name === 'VariableName') read.add(word(node))
    if (node.name === 'Name') exempt.add(word(node))
    if (node.name === 'Comparison' && children.some((child) => child.name === 'null')) {
      for (const child of children) if (child.name === 'VariableName') exempt.add(word(child))
    }
    const isCall = node.name === 'FunctionInvocation'
    const visited =
      node.name === 'FilterExpression' ? children.slice(0, 1) : isCall ? children.slice(1) : children
    for (const child of visited) walk(child)
  }
  walk(root)
  return [...read].filter((name) => !exempt.has(name) && condition.reads.includes(name))
}
