import type { Subject } from '../measure.ts'
import type { Store } from '../store.ts'
import { nineActions } from './approval.ts'

/** A state of the size that an approval instance has, so that the same bytes travel. */
const state = JSON.stringify({
  status: 'running',
  variables: { researchType: 'annual', budgetTotal: 12_500_000 },
  tokens: Array.from({ length: 6 }, (_, index) => ({ id: index, element: `SC001_step${index}`, scope: 0 })),
})

/** One statement per action: what the database allows at the most. */
export function oneStatement(store: Store): Subject {
  return {
    name: 'database, one statement',
    carry: async () => {
      const row = await store.insert(state)
      for (const _ of nineActions) await store.save(row, state)
      return nineActions.length
    },
  }
}

/** Seven round trips per action: what it allows when written the usual way. */
export function sevenRoundTrips(store: Store): Subject {
  return {
    name: 'database, seven round trips',
    carry: async () => {
      const row = await store.insert(state)
      for (const _ of nineActions) await store.saveInSevenRoundTrips(row, state)
      return nineActions.length
    },
  }
}
