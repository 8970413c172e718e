// Writes what turns found out, many at once: placements, the end of queue rows, and the end of organizations.
import { gathered } from '../../database/gathered.ts'
import { isDown } from '../../database/server/is-down.ts'
import { type ProviderEvent, recordEvents } from '../../database/status/events.ts'
import { fenced, LeaseLost } from '../../database/status/fenced.ts'
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
export const createReports = (
  context: Pick<WorkerContext, 'database' | 'log' | 'random'>,
  lease: HeldLease,
) => {
  const { database, random } = context
  const pending = new Map<string, Report>()
  const writeAll = async (reports: readonly Report[]) => {
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
  }
  const writeEach = async (reports: readonly Report[]) => {
    const failures = new Map<string, unknown>()
    const failed = (it: Report) => (error: unknown) => failures.set(it.organization, error)
    await Promise.all(reports.map((it) => writeAll([it]).catch(failed(it))))
    return failures
  }
  const write = gathered<unknown>(async (organizations) => {
    const reports = organizations.flatMap((it) => pending.get(it) ?? [])
    for (const it of organizations) pending.delete(it)
    try {
      await writeAll(reports)
      return new Map()
    } catch (error) {
      if (reports.length === 1 || error instanceof LeaseLost || isDown(error)) throw error
      // A row that a writer holds, or that PostgreSQL refuses, keeps the report of no other organization.
      return writeEach(reports)
    }
  })
  return async (report: Report): Promise<void> => {
    const { organization, seq, changes, removed, gone, news } = report
    const isNothing = changes.length === 0 && removed.length === 0 && news.length === 0
    if (seq === null && isNothing && !gone) return
    pending.set(organization, report)
    const failure = await write(organization)
    if (failure) throw failure
  }
}
