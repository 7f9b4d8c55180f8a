import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { formatDate } from '../../i18n/format.ts'
import { recordQuery } from '../queries.ts'
import type { Data } from './conditions.ts'
import type { FormStore } from './form-store.ts'
import { lookedUp } from './looked-up.ts'
import { changedLookups, lookupsOf, type Lookup } from './lookup.ts'
import { pointerParts, valueAt } from './validation.ts'

/** Where the company works: what is valid today is asked by its calendar. */
export const companyTimeZone = 'Asia/Shanghai'

/** Fills in what the record chosen beside a field says, such as the price of a product; typed or pasted alike. */
export function useLookups(store: FormStore): void {
  const client = useQueryClient()
  useEffect(() => {
    let known = chosenAt(lookupsOf(store.model, store.data()))
    const look = async ({ pointer, chosen, rule }: Lookup): Promise<void> => {
      if (store.model.fields.get(pointerParts(pointer)[0] ?? '')?.isLocked) return
      const record = await client.fetchQuery({ ...recordQuery(chosen), staleTime: 60_000 })
      const value = lookedUp(rule, record.data as Data, formatDate(new Date(), companyTimeZone))
      const isStillChosen = lookupsOf(store.model, store.data()).some(
        (one) => one.pointer === pointer && one.chosen === chosen,
      )
      if (value === undefined || !isStillChosen || valueAt(store.data(), pointer) === value) return
      store.set(pointer, value)
    }
    return store.onChange(() => {
      const now = lookupsOf(store.model, store.data())
      const changed = changedLookups(known, now)
      known = chosenAt(now)
      // A record that cannot be read now has nothing to say: the field is typed by hand as ever.
      for (const lookup of changed) void look(lookup).catch(() => undefined)
    })
  }, [client, store])
}

const chosenAt = (lookups: readonly Lookup[]): Map<string, string> =>
  new Map(lookups.map(({ pointer, chosen }) => [pointer, chosen]))
