// The marks of a deletion that waits for clusters: on the row, and on the allowlist entries that go with it.
import type { Row } from '../../../schemas/types.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import type { Session } from '../server/session.ts'

/** Of all that is deleted later, what is in a cluster is there by entries. */
export const entries = 'workspace_provider_allowlist_entry'

export const isGoing = (row: Row) => (row.deletion_requested_at ?? null) !== null

/** `marks` speaks of `force` as $2. */
const mark = async (session: Session, { name }: Resource, id: unknown, marks: string, force: unknown) => {
  if (name !== entries) {
    await session.run(`update ${entries} set ${marks} where ${name}_id = $1`, [id, force])
  }
  await session.run(`update "${name}" set ${marks} where id = $1`, [id, force])
}

/** Repeatable: the first request stands, and `force` is never taken back. */
export const requestDeletion = (session: Session, resource: Resource, { id }: Row, force: boolean) =>
  mark(
    session,
    resource,
    id,
    'deletion_requested_at = coalesce(deletion_requested_at, now()), force = force or $2',
    force,
  )

/** Whether to give up on clusters that are gone for good, as `force_destroy` says by now. */
export const markForced = (session: Session, resource: Resource, { id, force_destroy }: Row) =>
  mark(session, resource, id, 'force = $2', force_destroy)

/** Rows that no cluster saw go at once; the others when the reconciler has pruned what they left there. */
export const removeRows = async (session: Session, table: string, where: string, values: unknown[]) => {
  await session.run(`delete from "${table}" where ${where} and touched_at is null`, values)
  await session.run(
    `update "${table}" set deletion_requested_at = now() where ${where} and deletion_requested_at is null`,
    values,
  )
}
