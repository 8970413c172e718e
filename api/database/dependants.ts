// Names of a row stand in the answers of others: those are no longer what a reader saw when it changes or goes.
import { resources } from '../../schemas/index.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import { joinsOf } from './columns.ts'
import { calledBy, referencesOf } from './joined.ts'
import type { Session } from './source.ts'

const touch = (session: Session, table: string, where: string, id: unknown) =>
  session.run(`update "${table}" set status_revision = status_revision + 1 where ${where}`, [id])

/** Rows that hold it in a set. */
export const touchHolders = async (session: Session, resource: Resource, id: unknown) => {
  for (const other of resources) {
    for (const { table } of joinsOf(other).filter(({ to }) => to === resource.name)) {
      const holders = `select ${other.name}_id from "${table}" where ${resource.name}_id = $1`
      await touch(session, other.name, `id in (${holders})`, id)
    }
    for (const { view, shape } of Object.values(other.attributes)) {
      if (!view || shape.kind !== 'set' || shape.of.kind !== 'reference' || shape.of.to !== resource.name)
        continue
      const holders = `select ${other.name}_id from "${view}" where ${resource.name}_id = $1`
      await touch(session, other.name, `authoritative and id in (${holders})`, id)
    }
  }
}

/** All rows that show it, when its name or the defaults of the deployment changed. */
export const touchDependants = async (
  session: Session,
  resource: Resource,
  id: unknown,
  changed: ReadonlySet<string>,
) => {
  if (changed.has('default_organization')) {
    await touch(session, 'organization', 'id <> $1', id)
  }
  if (resource.singleton || !changed.has(calledBy(resource))) return
  for (const other of resources) {
    for (const { attribute, to } of referencesOf(other)) {
      if (to.name === resource.name) await touch(session, other.name, `${attribute}_id = $1`, id)
    }
  }
  await touchHolders(session, resource, id)
}
