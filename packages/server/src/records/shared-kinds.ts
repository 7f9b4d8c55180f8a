import type { RecordKind } from '../catalogue/catalogue.ts'

/** Whether entries of the kind are for the whole company, whatever a reader's data scope (view.json, `scope`). */
export const isShared = (kind: RecordKind): boolean =>
  kind.type === 'register' && kind.view.scope === 'company'
