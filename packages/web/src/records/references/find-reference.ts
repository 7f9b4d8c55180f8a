import type { QueryClient } from '@tanstack/react-query'
import type { Field } from '../form/field-model.ts'
import { departmentsQuery, peopleQuery, recordSearchQuery, recordsOf } from '../queries.ts'
import type { FindReference } from '../values/cell-text.ts'

/** 张三（演示） is meant by 张三: what stands in brackets behind a name only tells namesakes apart. */
const bare = (name: string): string => name.replace(/[(（].*[)）]$/, '').trim()

const matches = (text: string, ...names: (string | undefined)[]): boolean =>
  names.some((name) => name !== undefined && (name === text || bare(name) === text))

/** The one entry that is meant; nothing where there are several, for nobody can tell which. */
function only<Item>(items: readonly Item[], isMeant: (item: Item) => boolean): Item | undefined {
  const [first, second] = items.filter(isMeant)
  return second === undefined ? first : undefined
}

/**
 * Finds by exact name, user name, title or number what a pasted cell stands for; a title of several parts (name and model of
 * a product) by any of them.
 */
export function referenceFinder(client: QueryClient): FindReference {
  return async (field: Field, text: string) => {
    switch (field.kind) {
      case 'person':
      case 'people': {
        const { items } = await client.fetchQuery(peopleQuery({ q: bare(text) || text }))
        return only(items, ({ name, username }) => matches(text, name, username))?.username
      }
      case 'department':
      case 'departments': {
        const { items } = await client.fetchQuery(departmentsQuery)
        return only(items, ({ id, name }) => matches(text, id, name))?.id
      }
      case 'record':
      case 'records': {
        const { items } = await client.fetchQuery(recordSearchQuery({ q: text, ...recordsOf(field) }))
        return only(items, ({ title, number }) => matches(text, title, number, ...title.split(' ')))?.id
      }
      default:
        return undefined
    }
  }
}
