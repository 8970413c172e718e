// Writes what turns found out, many at once: placements, the end of queue rows, and the end of organizations.
import { gathered } from '../../database/gathered.ts'
import { fenced } from '../../database/status/fenced.ts'
import { deleteEntries } from '../../database/status/final-deletes.ts'
import { removePlacements, writePlacements } from '../../database/status/placements.ts'
import { unqueue } from '../../database/status/queue.ts'
import type { Context } from '../context.ts'
import type { HeldLease } from '../lease/held-lease.ts'
import type { Change } from './status.ts'

export type Report = {
  organization: string
  /** Of the row in the queue that asked for the turn. */
  seq: number | null
  changes: readonly Change[]
  /** Owners that are no more. */
  removed: readonly string[]
  /** Nothing of the organization is left in the cluster. */
  gone: boolean
}

const syncedOf = ({ conditions }: Pick<Change['after'], 'conditions'>) =>
  conditions.find(({ type }) => type === 'Synced')

/** Each owner's failure once, and each recovery once. */
const tell = ({ log }: Context, provider: string, { before, after }: Change) => {
  const [was, is] = [syncedOf({ conditions: before }), syncedOf(after)]
  const facts = { provider, [after.owner_type]: after.owner_id, reason: is?.reason, message: is?.message }
  if (is?.status === 'False' && (was?.status !== 'False' || was.reason !== is.reason)) {
    log.warn(facts, `the ${after.owner_type} is not in the cluster as declared`)
  } else if (is?.status === 'True' && was?.status === 'False') {
    log.info(facts, `the ${after.owner_type} is in the cluster as declared again`)
  }
}

/** Rejects with LeaseLost, and with what the database says. */
export const createReports = (context: Context, lease: HeldLease) => {
  const { database } = context
  const pending = new Map<string, Report>()
  const write = gathered<true>(async (organizations) => {
    const reports = organizations.flatMap((it) => pending.get(it) ?? [])
    for (const it of organizations) pending.delete(it)
    const changes = reports.flatMap((it) => it.changes)
    await fenced(database, lease, async (session) => {
      await writePlacements(
        session,
        lease.provider,
        changes.map(({ after }) => after),
      )
      await removePlacements(
        session,
        lease.provider,
        reports.flatMap(({ removed }) => removed),
      )
      const done = reports.flatMap(({ organization: key, seq }) => (seq === null ? [] : [{ key, seq }]))
      if (done.length > 0) await unqueue(session, lease.provider, done)
    })
    const gone = reports.filter((it) => it.gone).map(({ organization }) => organization)
    await deleteEntries(database, lease, gone)
    for (const change of changes) tell(context, lease.provider, change)
    return new Map(organizations.map((it) => [it, true]))
  })
  return async (report: Report): Promise<void> => {
    const { organization, seq, changes, removed, gone } = report
    if (seq === null && changes.length === 0 && removed.length === 0 && !gone) return
    pending.set(organization, report)
    await write(organization)
  }
}
