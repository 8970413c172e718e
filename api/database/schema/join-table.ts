// The join table of a set of references: one row for each element, in the place of the row that holds it.
import { isReferenceSet, resourceNamed } from '../../../schemas/index.ts'
import { topOf } from '../../../schemas/place.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { definitionOf, pointing } from './foreign-keys.ts'

/** `org_membership_role` for the roles of a membership. */
export const joinTable = (resource: Resource, attribute: string) =>
  `${resource.name}_${attribute.replace(/s$/, '')}`

/** The column of a join table that names the place of its rows, where they have one. */
export const topColumn = (resource: Resource): string | undefined => {
  const top = topOf(resource)
  return top && `${top.name}_id`
}

export type JoinTable = {
  name: string
  columns: Record<string, 'text' | 'text not null'>
  /** By name, as PostgreSQL tells them, but for quotes. */
  constraints: Record<string, string>
}

const joinTableOf = (resource: Resource, attribute: string, to: Resource): JoinTable => {
  const name = joinTable(resource, attribute)
  const [owner, element] = [`${resource.name}_id`, `${to.name}_id`]
  const place = topColumn(resource)
  const goesWith = (column: string, target: Resource) =>
    definitionOf({ name, ...pointing(resource, column, target), onDelete: 'CASCADE' })
  return {
    name,
    columns: {
      ...(place && { [place]: 'text not null' }),
      [owner]: 'text not null',
      [element]: 'text',
      builtin: 'text',
    },
    constraints: {
      [`${name}_${resource.name}_fkey`]: goesWith(owner, resource),
      [`${name}_${to.name}_fkey`]: goesWith(element, to),
      [`${name}_key`]: `UNIQUE NULLS NOT DISTINCT (${owner}, ${element}, builtin)`,
      [`${name}_one`]: `CHECK ((num_nonnulls(${element}, builtin) = 1))`,
    },
  }
}

/** The join tables of a resource: one for each set of references that is no view. */
export const joinTablesOf = (resource: Resource): JoinTable[] =>
  Object.entries(resource.attributes).flatMap(([attribute, { shape, view }]) =>
    isReferenceSet(shape) && !view ? [joinTableOf(resource, attribute, resourceNamed(shape.of.to))] : [],
  )
