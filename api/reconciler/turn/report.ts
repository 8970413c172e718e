// Writes what turns found out, many at once: placements, the end of queue rows, and the end of organizations.
import { gathered } from '../../database/gathered.ts'
import { type ProviderEvent, recordEvents } from '../../database/status/events.ts'
import { fenced } from '../../database/status/fenced.ts'
import { deleteEntries } from '../../database/status/final-deletes.ts'
import { removePlacements, writePlacements } from '../../database/status/placements.ts'
import { unqueue } from '../../database/status/queue.ts'
import type { WorkerContext } from '../context.ts'
import type { HeldLease } from '../lease/held-lease.ts'
import { type News, tell } from '../tell.ts'
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
  news: readonly News[]
}

/** Rejects with LeaseLost, and with what the database says. */
export const createReports = (context: WorkerContext, lease: HeldLease) => {
  const { database, random } = context
  const pending = new Map<string, Report>()
  const write = gathered<true>(async (organizations) => {
    const reports = organizations.flatMap((it) => pending.get(it) ?? [])
    for (const it of organizations) pending.delete(it)
    const changes = reports.flatMap((it) => it.changes)
    const news = reports.flatMap((it) => it.news)
    const commit = (events: readonly ProviderEvent[]) =>
      fenced(database, lease, async (session) => {
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
        await recordEvents(session, events, random)
      })
    await tell(context, news, commit)
    const gone = reports.filter((it) => it.gone).map(({ organization }) => organization)
    await deleteEntries(database, lease, gone)
    return new Map(organizations.map((it) => [it, true]))
  })
  return async (report: Report): Promise<void> => {
    const { organization, seq, changes, removed, gone, news } = report
    const isNothing = changes.length === 0 && removed.length === 0 && news.length === 0
    if (seq === null && isNothing && !gone) return
    pending.set(organization, report)
    await write(organization)
  }
}
