import { useQueries, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useSettled } from '../../app/use-settled.ts'
import type { Field } from '../form/field-model.ts'
import { departmentsQuery, peopleQuery, recordQuery, recordSearchQuery, recordsOf } from '../queries.ts'
import { saying, type ReferenceOption } from './reference-option.ts'

const pauseMs = 250

const shelf = (field: Field): 'person' | 'department' | 'record' => {
  if (field.kind === 'person' || field.kind === 'people') return 'person'
  return field.kind === 'department' || field.kind === 'departments' ? 'department' : 'record'
}

/**
 * What a reference field offers for a search, and the names of what is chosen already. Until the answer to a search is
 * there, it offers those of the last one that say what was typed: a list that empties itself for a moment loses the click
 * that is meant for it, and one that ignores what was typed gives the Enter key the wrong entry.
 */
export function useReferenceOptions(
  field: Field,
  chosen: readonly string[],
  search: string,
  isOpen: boolean,
): { offered: ReferenceOption[]; named: ReferenceOption[]; isSearching: boolean } {
  const typed = search.trim()
  const q = useSettled(typed, pauseMs)
  const kind = shelf(field)
  const isPerson = kind === 'person'
  const positions = field.positions.length > 0 ? field.positions : [undefined]
  const people = useQueries({
    queries: positions.map((position) => ({
      ...peopleQuery({ ...(q && { q }), ...(position && { position }) }),
      enabled: isPerson && (isOpen || chosen.length > 0),
    })),
  })
  const departments = useQuery({ ...departmentsQuery, enabled: kind === 'department' })
  const found = useQuery({
    ...recordSearchQuery({ ...(q && { q }), ...recordsOf(field) }),
    enabled: kind === 'record' && isOpen,
  })

  const offered: ReferenceOption[] = {
    person: () =>
      people
        .flatMap(({ data }) => data?.items ?? [])
        .map(({ username, name, departmentName }) => ({
          value: username,
          label: name,
          note: departmentName,
        })),
    department: () =>
      saying(
        (departments.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name, note: '' })),
        typed,
      ),
    record: () =>
      (found.data?.items ?? []).map(({ id, title, number }) => ({
        value: id,
        label: title,
        note: number ?? '',
      })),
  }[kind]()
  const unique = [...new Map(offered.map((option) => [option.value, option])).values()]

  const strangers = chosen.filter((value) => !unique.some((option) => option.value === value))
  const strangePeople = useQueries({
    queries: isPerson ? strangers.map((username) => peopleQuery({ q: username })) : [],
  })
  const strangeRecords = useQueries({
    queries: kind === 'record' ? strangers.map((id) => recordQuery(id)) : [],
  })
  const named: ReferenceOption[] = [
    ...strangePeople
      .flatMap(({ data }) => data?.items ?? [])
      .map((person) => ({
        value: person.username,
        label: person.name,
        note: person.departmentName,
      })),
    ...strangeRecords
      .flatMap(({ data }) => (data ? [data] : []))
      .map((record) => ({
        value: record.id,
        label: record.title,
        note: record.number ?? '',
      })),
    ...(kind === 'department' ? (departments.data?.items ?? []) : []).map(({ id, name }) => ({
      value: id,
      label: name,
      note: '',
    })),
    ...unique,
  ]
  const isSearching = found.isFetching || people.some(({ isFetching }) => isFetching)
  const answered = useRef<readonly ReferenceOption[]>([])
  if (!isSearching) answered.current = unique
  const isAnswered = !isSearching && q === typed
  return {
    offered: isAnswered ? unique : saying(answered.current, typed),
    named,
    isSearching,
  }
}
