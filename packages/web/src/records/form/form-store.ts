import { useSyncExternalStore } from 'react'
import { isEmpty, isVisible, requiredFields, type Data } from './conditions.ts'
import { brokenChecks, compute } from './computed.ts'
import type { RecordModel } from './field-model.ts'
import { escapePointer, inFormOrder, pointerParts, validate, valueAt, type Problem } from './validation.ts'

/**
 * The data of one form while it is edited. Each control reads its own place, so a key typed in one field draws that field
 * again and not the page. Values never hold an empty text: what is cleared is absent, as `required` understands it.
 */
export interface FormStore {
  readonly model: RecordModel
  data(): Data
  /** Writes a value at a pointer (`/budgetItems/0/amount`); undefined clears it. */
  set(pointer: string, value: unknown): void
  /** Another text came from the server. */
  replace(data: Data): void
  /** What stands in an input that could not be read as a value: kept there, and a problem when submitting. */
  setUnread(pointer: string, text: string | undefined): void
  unreadAt(pointer: string): string | undefined
  /** The person left a field: from now on its mistakes are shown. */
  touch(pointer: string): void
  /** Shows every problem from now on and gives those that refuse a submission. */
  check(): Problem[]
  /** Problems that the server found; each goes when its field changes. */
  refuse(problems: readonly Problem[]): void
  problemAt(pointer: string): Problem | undefined
  /** The problems that are shown now, in the order of the page. */
  shownProblems(): readonly Problem[]
  warningAt(pointer: string): Problem | undefined
  required(): ReadonlySet<string>
  subscribe(listener: () => void): () => void
  /** Called after every change of the data by hand. */
  onChange(listener: (data: Data) => void): () => void
}

function write(data: unknown, parts: readonly string[], value: unknown): unknown {
  const [part, ...rest] = parts
  if (part === undefined) return value
  // The blank row that a table without rows shows comes into being with its first value.
  const rows = data === undefined && /^\d+$/.test(part) ? [] : data
  if (Array.isArray(rows)) {
    const next = [...(rows as unknown[])]
    next[Number(part)] = write(rows[Number(part)], rest, value)
    return next
  }
  const { [part]: current, ...others } = (data ?? {}) as Record<string, unknown>
  const next = write(current, rest, value)
  if (next === undefined) return others
  // The key keeps its place, so a saved draft does not differ by order alone.
  return current === undefined ? { ...others, [part]: next } : { ...(data as object), [part]: next }
}

/** A stored draft says "no value" with null where the server emptied a field; the schema knows only absent. */
const withoutNulls = (data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null))

/** Rows that nobody filled in are dropped when the form is submitted: they were only room to write in. */
function withoutBlankRows(model: RecordModel, data: Data, unread: ReadonlyMap<string, string>): Data {
  return [...model.fields.values()].reduce((result, { name, columns }) => {
    const rows = result[name]
    if (columns.length === 0 || !Array.isArray(rows)) return result
    // A row whose text could not be read only looks blank.
    if ([...unread.keys()].some((place) => under(fieldPointer(name), place))) return result
    const typed = columns.filter(({ isReadOnly }) => !isReadOnly)
    const filled = rows.filter((row: Data) => typed.some((column) => !isEmpty(row[column.name])))
    return filled.length === rows.length ? result : { ...result, [name]: filled }
  }, data)
}

interface State {
  data: Data
  version: number | undefined
  unread: ReadonlyMap<string, string>
  touched: ReadonlySet<string>
  isChecked: boolean
  refused: readonly Problem[]
  /** Worked out from the above, once per change. */
  shown: readonly Problem[]
  byPlace: ReadonlyMap<string, Problem>
  warnings: ReadonlyMap<string, Problem>
  required: ReadonlySet<string>
}

const under = (pointer: string, place: string): boolean =>
  place === pointer || place.startsWith(`${pointer}/`)

function allProblems(
  model: RecordModel,
  { data, unread, version }: Pick<State, 'data' | 'unread' | 'version'>,
): Problem[] {
  const unreadable = [...unread.keys()].map((path) => ({ path, keyword: 'unread', parameters: {} }))
  const found = validate(model, data).filter(({ path }) => !unread.has(path))
  const errors = brokenChecks(model, data, version).filter(({ severity }) => severity === 'error')
  const places = new Set(found.map(({ path }) => path))
  const all = [...unreadable, ...found, ...errors.filter(({ path }) => !places.has(path))]
  // What others write is not for him to correct.
  const own = all.filter(({ path }) => model.writable?.has(pointerParts(path)[0] ?? '') ?? true)
  return inFormOrder(model, own)
}

function derive(
  model: RecordModel,
  state: Omit<State, 'shown' | 'byPlace' | 'warnings' | 'required'>,
): State {
  const { data, touched, isChecked, refused, version } = state
  const all = allProblems(model, state)
  // Before the first attempt nobody is told off for what he has not come to yet.
  const shown = isChecked
    ? all
    : all.filter(
        ({ path, keyword }) =>
          keyword !== 'required' &&
          [...touched].some((place) => under(place, path)) &&
          valueAt(data, path) !== '',
      )
  const places = new Set(shown.map(({ path }) => path))
  const together = inFormOrder(model, [...shown, ...refused.filter(({ path }) => !places.has(path))])
  const warnings = brokenChecks(model, data, version).filter(({ severity }) => severity === 'warning')
  return {
    ...state,
    shown: together,
    byPlace: new Map(together.map((problem) => [problem.path, problem])),
    warnings: new Map(warnings.map((problem) => [problem.path, problem])),
    required: requiredFields(model, data),
  }
}

/** @param version the version that a submission would freeze; none where the form makes no record */
export function formStore(model: RecordModel, initial: Data, version?: number): FormStore {
  const listeners = new Set<() => void>()
  const changeListeners = new Set<(data: Data) => void>()
  let state = derive(model, {
    data: compute(model, withoutNulls(initial)),
    version,
    unread: new Map(),
    touched: new Set(),
    isChecked: false,
    refused: [],
  })
  const update = (change: Partial<State>): void => {
    state = derive(model, { ...state, ...change })
    for (const listener of listeners) listener()
  }
  /** Moving or removing rows changes the places below: what was noted for them is void. */
  const forget = (pointer: string, value: unknown): Pick<State, 'unread' | 'refused'> => ({
    unread: new Map(
      [...state.unread].filter(
        ([place]) => !(under(pointer, place) && (place === pointer || Array.isArray(value))),
      ),
    ),
    refused: state.refused.filter(({ path }) => !under(pointer, path) && !under(path, pointer)),
  })
  return {
    model,
    data: () => state.data,
    set(pointer, value) {
      const data = compute(model, write(state.data, pointerParts(pointer), value) as Data)
      update({ data, ...forget(pointer, value) })
      for (const listener of changeListeners) listener(data)
    },
    replace(data) {
      update({ data: compute(model, withoutNulls(data)), unread: new Map(), refused: [] })
    },
    setUnread(pointer, text) {
      if (state.unread.get(pointer) === text) return
      const unread = new Map(state.unread)
      if (text === undefined) unread.delete(pointer)
      else unread.set(pointer, text)
      update({ unread })
    },
    unreadAt: (pointer) => state.unread.get(pointer),
    touch(pointer) {
      if (!state.touched.has(pointer)) update({ touched: new Set([...state.touched, pointer]) })
    },
    check() {
      const data = withoutBlankRows(model, state.data, state.unread)
      update({ data, isChecked: true, refused: [] })
      if (data !== state.data) for (const listener of changeListeners) listener(data)
      return [...state.shown]
    },
    refuse(problems) {
      update({ isChecked: true, refused: [...problems] })
    },
    problemAt: (pointer) => state.byPlace.get(pointer),
    shownProblems: () => state.shown,
    warningAt: (pointer) => state.warnings.get(pointer),
    required: () => state.required,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onChange(listener) {
      changeListeners.add(listener)
      return () => changeListeners.delete(listener)
    },
  }
}

export const fieldPointer = (name: string): string => `/${escapePointer(name)}`

export function useValue(store: FormStore, pointer: string): unknown {
  return useSyncExternalStore(store.subscribe, () => valueAt(store.data(), pointer))
}

export function useProblem(store: FormStore, pointer: string): Problem | undefined {
  return useSyncExternalStore(store.subscribe, () => store.problemAt(pointer))
}

export function useShownProblems(store: FormStore): readonly Problem[] {
  return useSyncExternalStore(store.subscribe, store.shownProblems)
}

/** The names of the fields on the page now, and of those required now, as one text that changes only with them. */
export function useFieldStates(store: FormStore): { visible: Set<string>; required: ReadonlySet<string> } {
  const visible = useSyncExternalStore(store.subscribe, () =>
    [...store.model.fields.values()]
      .filter((field) => isVisible(field, store.data(), store.required()))
      .map(({ name }) => name)
      .join('\n'),
  )
  const required = useSyncExternalStore(store.subscribe, () => [...store.required()].join('\n'))
  return { visible: new Set(visible.split('\n')), required: new Set(required.split('\n')) }
}
