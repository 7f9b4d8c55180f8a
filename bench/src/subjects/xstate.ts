import { createActor, setup, type Snapshot } from 'xstate'
import type { Store } from '../store.ts'
import type { Subject } from '../measure.ts'

const signatory = {
  initial: 'open',
  states: { open: { on: { sign: 'signed' } }, signed: { type: 'final' } },
} as const

const signatoryNamed = (name: string) => ({
  ...signatory,
  states: { ...signatory.states, open: { on: { [`sign:${name}`]: 'signed' } } },
})

const approval = setup({ types: { events: {} as { type: string } } }).createMachine({
  id: 'approval',
  initial: 'draft',
  states: {
    draft: { on: { submit: 'review' } },
    review: { on: { approve: 'generalManager', reject: 'draft' } },
    generalManager: { on: { approve: 'jointSign', reject: 'draft' } },
    jointSign: {
      type: 'parallel',
      states: {
        a: signatoryNamed('a'),
        b: signatoryNamed('b'),
        c: signatoryNamed('c'),
        d: signatoryNamed('d'),
      },
      onDone: 'done',
    },
    done: { type: 'final' },
  },
})

const events = ['submit', 'reject', 'submit', 'approve', 'approve', 'sign:a', 'sign:b', 'sign:c', 'sign:d']

/** A bare state machine: no history, no variables, no documents. It shows what an interpreter costs at the least. */
export function xstateInMemory(): Subject {
  return {
    name: 'xstate, in memory',
    carry: async () => {
      const actor = createActor(approval).start()
      for (const type of events) actor.send({ type })
      if (actor.getSnapshot().status !== 'done') throw new Error('xstate did not reach its end')
      return events.length
    },
  }
}

/** The same machine with its snapshot saved after each event. */
export function xstatePersisted(store: Store): Subject {
  return {
    name: 'xstate, saved',
    carry: async () => {
      const actor = createActor(approval).start()
      const row = await store.insert(JSON.stringify(actor.getPersistedSnapshot()))
      for (const type of events) {
        actor.send({ type })
        const snapshot: Snapshot<unknown> = actor.getPersistedSnapshot()
        await store.save(row, JSON.stringify(snapshot))
      }
      return events.length
    },
  }
}
