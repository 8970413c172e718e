// The marks of a deletion that waits for clusters: on the row, and on the allowlist entries that go with it.
import type { Row } from '../../../../schemas/types.ts'
import type { Resource } from '../../../../schemas/vocabulary.ts'
import type { Session } from '../../server/session.ts'
import type { Item } from '../line.ts'

/** Of all that is deleted later, what is in a cluster is there by entries. */
export const entries = 'workspace_provider_allowlist_entry'

/** Whoever deletes again tells at most to give up on clusters, and is judged by no rule. */
export const isDeletedAgain = ({ verb, before }: Item) => verb === 'delete' && isGoing(before!)

export const isGoing = (row: Row) => (row.deletion_requested_at ?? null) !== null

type Mark = { id: string; force: boolean }

/** `marks` speaks of the mark as `mark`, and of the row as `t`. */
const mark = async (session: Session, { name }: Resource, marks: string, all: readonly Mark[]) => {
  if (all.length === 0) return
  const from = 'from unnest($1::text[], $2::boolean[]) as mark(id, force)'
  const values = [all.map(({ id }) => id), all.map(({ force }) => force)]
  if (name !== entries) {
    await session.run(`update ${entries} t set ${marks} ${from} where t.${name}_id = mark.id`, values)
  }
  await session.run(`update "${name}" t set ${marks} ${from} where t.id = mark.id`, values)
}

/** Repeatable: the first request stands, and `force` is never taken back. */
export const requestDeletions = (session: Session, resource: Resource, all: readonly Mark[]) =>
  mark(
    session,
    resource,
    'deletion_requested_at = coalesce(t.deletion_requested_at, now()), force = t.force or mark.force',
    all,
  )

/** Whether to give up on clusters that are gone for good, as `force_destroy` says by now. */
export const markForced = (session: Session, resource: Resource, all: readonly Mark[]) =>
  mark(session, resource, 'force = mark.force', all)

/** Rows that no cluster saw go at once; the others when the reconciler has pruned what they left there. */
export const removeRows = async (session: Session, table: string, where: string, values: unknown[]) => {
  await session.run(`delete from "${table}" where ${where} and touched_at is null`, values)
  await session.run(
    `update "${table}" set deletion_requested_at = now() where ${where} and deletion_requested_at is null`,
    values,
  )
}
