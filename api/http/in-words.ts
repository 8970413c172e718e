// Resources and routes in plain English: "an organization", "create organizations".
import { pluralOf } from '../../schemas/index.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Route, Verb } from './route.ts'

const spaced = (noun: string) => noun.replaceAll('_', ' ')

export const singular = ({ name, singleton }: Resource) => {
  if (singleton) return `the ${spaced(name)}`
  return `${/^[aeio]/.test(name) ? 'an' : 'a'} ${spaced(name)}`
}
export const plural = (resource: Resource) => spaced(pluralOf(resource))

const verbs: Partial<Record<Verb, string>> = { put: 'create or replace' }

/** What a route does to any number of objects, after "may not". */
export const deed = ({ does, resource }: Route) =>
  resource ? `${verbs[does] ?? does} ${plural(resource)}` : spaced(does).replace(/s?$/, 's')
