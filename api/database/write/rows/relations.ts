// Finds the rows that go with others and are in clusters themselves, as an allowlist entry is.
import { referencesOf, resources } from '../../../../schemas/index.ts'
import type { Resource } from '../../../../schemas/vocabulary.ts'
import { rulesOf } from '../../../resources/index.ts'
import { isDeletedLater } from '../../schema/columns.ts'
import type { Session } from '../../server/session.ts'

/** A row that is deleted, and whether to give up on clusters that are gone for good. */
export type Mark = { id: string; force: boolean }

/** The marks as two columns. */
export const marked = 'unnest($1::text[], $2::boolean[]) as mark(id, force)'
export const valuesOf = (marks: readonly Mark[]) => [
  marks.map(({ id }) => id),
  marks.map(({ force }) => force),
]

const kindsOf = (resource: Resource) =>
  resources.filter(isDeletedLater).flatMap((relation) =>
    referencesOf(relation)
      .filter(({ to, attribute }) => to === resource && !rulesOf(relation).blocks?.includes(attribute))
      .map(({ attribute }) => ({ relation, column: `${attribute}_id` })),
  )

/** Marked like the rows that they go with, and locked in the order of their ids. */
export const relationsOf = async (session: Session, resource: Resource, marks: readonly Mark[]) => {
  const found: { relation: Resource; rows: Mark[] }[] = []
  for (const { relation, column } of kindsOf(resource)) {
    const rows = await session.query<Mark>(
      `select t.id, mark.force from "${relation.name}" t join ${marked} on t.${column} = mark.id
       order by t.id collate "C" for update of t`,
      valuesOf(marks),
    )
    if (rows.length > 0) found.push({ relation, rows })
  }
  return found
}
