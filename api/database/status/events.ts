// Writes events: what happens again is counted, and what is old or too much goes.
import { event } from '../../../schemas/event.ts'
import type { Session } from '../server/session.ts'
import { blankRow, insertRows } from '../write/rows/rows.ts'
import { storable } from './storable.ts'

/** What happened. Ids; `organization` is null where the provider as a whole is concerned. */
export type ProviderEvent = {
  provider: string
  organization: string | null
  type: 'Normal' | 'Warning'
  /** One CamelCase word. */
  reason: string
  /** Without what differs each time, such as a time: it would be another event then. */
  message: string
}

const longestMessage = 1024
const mostOfProvider = 1000
/** One in so many calls that insert also trims. */
const trimmedEvery = 50

/** Deletes the events of a provider that are older than 24 hours or beyond the latest 1,000. */
export const trimEvents = (session: Session, provider: string): Promise<number> =>
  session.run(
    `delete from event where id in (
       select id from (
         select id, last_seen, row_number() over (order by last_seen desc, id) as place
         from event where workspace_provider_id = $1) of_provider
       where place > ${mostOfProvider} or last_seen < now() - interval '24 hours')`,
    [provider],
  )

const columnsOf = ({ provider, organization, type, reason, message }: ProviderEvent) => ({
  workspace_provider_id: provider,
  organization_id: organization,
  type,
  reason,
  message: storable(message.slice(0, longestMessage)),
})

/**
 * An event that was last seen within 10 minutes is counted; any other is a new row. It locks no row but events, and is
 * told by the clock of the database. `random` is in [0, 1).
 */
export const recordEvents = async (
  session: Session,
  events: readonly ProviderEvent[],
  random: () => number = Math.random,
): Promise<void> => {
  if (events.length === 0) return
  const same = Map.groupBy(events.map(columnsOf), (it) => JSON.stringify(it))
  const asked = [...same.values()].map((all, at) => ({ ...all[0]!, at, count: all.length }))
  const counted = await session.query<{ at: number }>(
    `update event e
     set count = e.count + asked.count, last_seen = now(), updated_at = now(), generation = e.generation + 1
     from jsonb_to_recordset($1) as asked (at integer, workspace_provider_id text, organization_id text,
       type text, reason text, message text, count integer)
     where e.id = (
       select l.id from event l
       where l.workspace_provider_id = asked.workspace_provider_id
         and l.organization_id is not distinct from asked.organization_id
         and l.type = asked.type and l.reason = asked.reason and l.message = asked.message
         and l.last_seen > now() - interval '10 minutes'
       order by l.last_seen desc limit 1)
     returning asked.at`,
    [JSON.stringify(asked)],
  )
  const [{ now } = { now: '' }] = await session.query<{ now: string }>('select now()::text')
  const fresh = asked.filter(({ at }) => !counted.some((it) => it.at === at))
  const seen = { first_seen: now, last_seen: now }
  await insertRows(
    session,
    event,
    fresh.map(({ at: _, ...columns }) => ({ ...blankRow(event, now), ...columns, ...seen })),
  )
  if (fresh.length === 0 || random() * trimmedEvery >= fresh.length) return
  for (const provider of new Set(fresh.map((it) => it.workspace_provider_id)))
    await trimEvents(session, provider)
}
