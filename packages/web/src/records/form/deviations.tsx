import { useQueries } from '@tanstack/react-query'
import { createContext, use, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { formatDate } from '../../i18n/format.ts'
import { recordQuery } from '../queries.ts'
import { displayText, noNames } from '../values/display.ts'
import { useValueWords } from '../values/use-value-words.ts'
import type { Data } from './conditions.ts'
import type { RecordModel } from './field-model.ts'
import type { FormStore } from './form-store.ts'
import { lookedUp } from './looked-up.ts'
import { lookupsOf } from './lookup.ts'
import { companyTimeZone } from './use-lookups.ts'
import { valueAt } from './validation.ts'

/** Sentences by place. */
type Deviations = ReadonlyMap<string, string>

const Noted = createContext<Deviations>(new Map())

/** What is to be said where a value is not the one that the record chosen beside it gives (`differs` in view.json). */
export const useDeviation = (pointer: string): string | undefined => use(Noted).get(pointer)

interface DeviationsProps {
  model: RecordModel
  data: Data
  /** The moment whose values count, such as the submission; now where it is left out. */
  on?: string | undefined
  children: ReactNode
}

/** Marks every value in it that differs from what is looked up. A record that the reader may not see says nothing. */
export function DeviationsNoted({ model, data, on, children }: DeviationsProps) {
  const lookups = lookupsOf(model, data).filter(({ field }) => field.differs !== undefined)
  const ids = [...new Set(lookups.map(({ chosen }) => chosen))]
  const records = useQueries({ queries: ids.map((id) => ({ ...recordQuery(id), staleTime: 60_000 })) })
  const words = useValueWords()
  const today = formatDate(on ? new Date(on) : new Date(), companyTimeZone)
  const said = lookups.flatMap(({ pointer, chosen, rule, field, isEmpty }) => {
    const record = records[ids.indexOf(chosen)]?.data
    if (!record || isEmpty) return []
    const wanted = lookedUp(rule, record.data as Data, today)
    if (wanted === undefined || wanted === valueAt(data, pointer)) return []
    const { unit: _, ...bare } = field
    const value = displayText(bare, wanted, noNames, words)
    return [[pointer, field.differs?.replace('{value}', value) ?? value] as const]
  })
  // The same sentences draw no field again.
  const key = JSON.stringify(said)
  const noted = useMemo(() => new Map(JSON.parse(key) as [string, string][]), [key])
  return <Noted value={noted}>{children}</Noted>
}

/** The same for a form, as it is typed. */
export function FormDeviations({ store, children }: { store: FormStore; children: ReactNode }) {
  const data = useSyncExternalStore(store.subscribe, store.data)
  return (
    <DeviationsNoted model={store.model} data={data}>
      {children}
    </DeviationsNoted>
  )
}
