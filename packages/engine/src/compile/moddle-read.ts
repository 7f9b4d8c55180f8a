import type { ModdleElement } from 'bpmn-moddle'

export type { ModdleElement }

function isModdle(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value
}

/** A text attribute, or undefined when absent or empty. */
export function text(element: ModdleElement, name: string): string | undefined {
  const value = element[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** A boolean attribute, or what the standard says when it is absent. */
export function flag(element: ModdleElement, name: string, otherwise: boolean): boolean {
  const value = element[name]
  return typeof value === 'boolean' ? value : typeof value === 'string' ? value === 'true' : otherwise
}

/** A child or a resolved reference. */
export function one(element: ModdleElement, name: string): ModdleElement | undefined {
  const value = element[name]
  return isModdle(value) ? value : undefined
}

export function many(element: ModdleElement, name: string): ModdleElement[] {
  const value = element[name]
  return Array.isArray(value) ? value.filter(isModdle) : []
}

export function idOf(element: ModdleElement): string {
  return text(element, 'id') ?? ''
}

/** The nearest id at or above the element: where a finding about an element without an id is shown. */
export function nearestId(element: ModdleElement | undefined): string {
  for (let current = element; current; current = isModdle(current.$parent) ? current.$parent : undefined) {
    const id = idOf(current)
    if (id) return id
  }
  return ''
}

/** Extension elements of one type, such as `zeebe:TaskDefinition`. */
export function extensions(element: ModdleElement, type: string): ModdleElement[] {
  const holder = one(element, 'extensionElements')
  return holder ? many(holder, 'values').filter((value) => value.$type === type) : []
}

export function extension(element: ModdleElement, type: string): ModdleElement | undefined {
  return extensions(element, type)[0]
}
