import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldKind } from '../form/field-kinds.ts'
import type { RecordModel } from '../form/field-model.ts'
import { recordStatus, recordStatuses, type RecordSearch, type Wanted } from '../record-search.ts'
import { BooleanFilter, ChoiceFilter } from './ChoiceFilter.tsx'
import type { FieldFilter } from './filter.ts'
import { MoneyFilter, NumberFilter } from './NumberFilter.tsx'
import { ReferenceFilter } from './ReferenceFilter.tsx'

// The calendar is heavy, and few lists have a day or a month to be narrowed by.
const PeriodFilter = lazy(() =>
  import('./PeriodFilter.tsx').then(({ PeriodFilter: Part }) => ({ default: Part })),
)

/** How each kind of field is narrowed by; the others have no value to choose. */
const filters: Partial<Record<FieldKind, FieldFilter>> = {
  choice: ChoiceFilter,
  choices: ChoiceFilter,
  boolean: BooleanFilter,
  integer: NumberFilter,
  money: MoneyFilter,
  date: PeriodFilter,
  dateTime: PeriodFilter,
  month: PeriodFilter,
  person: ReferenceFilter,
  people: ReferenceFilter,
  department: ReferenceFilter,
  departments: ReferenceFilter,
  record: ReferenceFilter,
  records: ReferenceFilter,
}

interface RecordFiltersProps {
  model: RecordModel
  search: RecordSearch
  show: (next: Pick<RecordSearch, 'status' | 'where'>) => void
}

/** What a kind's list is narrowed by, as its view names it (`list.filters`): fields, and the status. */
export function RecordFilters({ model, search, show }: RecordFiltersProps) {
  const { t } = useTranslation('records')
  const { status, where = {} } = search
  const filter = (name: string, value: Wanted | undefined): void => {
    const { [name]: _, ...others } = where
    const next = value === undefined ? others : { ...others, [name]: value }
    show({ ...(status && { status }), ...(Object.keys(next).length > 0 && { where: next }) })
  }
  return model.listFilters.map((name) => {
    if (name === 'status') {
      const options = recordStatuses.map((value) => ({ value, label: t(`status.${value}`) }))
      const change = (value: Wanted | undefined): void => {
        const chosen = recordStatus(value)
        show({ ...(chosen && { status: chosen }), ...(search.where && { where: search.where }) })
      }
      const field = { label: t('list.status'), options }
      return <ChoiceFilter key={name} field={field} value={status} change={change} />
    }
    const field = model.fields.get(name)
    const Filter = field && filters[field.kind]
    if (!field || !Filter) return null
    return (
      <Suspense key={name} fallback={null}>
        <Filter field={field} value={where[name]} change={(value) => filter(name, value)} />
      </Suspense>
    )
  })
}
