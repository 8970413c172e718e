// What was recorded of leases and of status writes, read for two promises: one holder, and nobody else writes.
import type { RecordedWrite } from '../bench/clusters/deployment/recorded-writes.ts'

type Lease = {
  workspace_provider_id: string
  range_from: number
  holder: string | null
  epoch: number
  expires_at: string
}
type Placement = { workspace_provider_id: string; conditions?: unknown; observed_generation?: unknown }

const told = ({ holder, epoch }: Lease) => `${holder ?? 'nobody'} at epoch ${epoch}`

/** `-infinity` is what a lease that was released says. */
const timeOf = (text: string) => (text === '-infinity' ? Number.NEGATIVE_INFINITY : Date.parse(text))

/** Sentences about a lease that passed from one holder to another while the first still held it. */
const overlap = (before: Lease, after: Lease, at: number): string[] => {
  const which = `The lease on ${before.workspace_provider_id}/${before.range_from}`
  if (after.epoch < before.epoch) return [`${which} went back from ${told(before)} to ${told(after)}.`]
  if (after.holder === null || after.holder === before.holder) return []
  if (after.epoch === before.epoch) return [`${which} has two holders: ${told(before)} and ${told(after)}.`]
  if (before.holder !== null && timeOf(before.expires_at) > at)
    return [
      `${which} was held by ${told(before)} until ${before.expires_at} when it passed to ${told(after)}.`,
    ]
  return []
}

const isStatusWrite = ({ before, after }: RecordedWrite) => {
  const status = (row: unknown) => {
    const { conditions, observed_generation } = (row ?? {}) as Placement
    return JSON.stringify([conditions, observed_generation])
  }
  return before !== null && after !== null && status(before) !== status(after)
}

/** `history` is of `provider_lease` and `placement`, in the order of the writes. */
export const brokenLeases = (history: readonly RecordedWrite[]): string[] => {
  const leases = new Map<string, Lease>()
  const holderOf = new Map<string, string>()
  const replicaOf = new Map<string, string>()
  const broken: string[] = []
  for (const it of history) {
    const row = (it.after ?? it.before) as unknown as Lease & Placement
    if (it.relation === 'provider_lease') {
      const key = `${row.workspace_provider_id}/${row.range_from}`
      const before = leases.get(key)
      if (before) broken.push(...overlap(before, row, it.at.getTime()))
      leases.set(key, row)
      if (row.holder !== null && !replicaOf.has(row.holder)) replicaOf.set(row.holder, it.replica)
      holderOf.set(row.workspace_provider_id, row.holder ?? '')
    } else if (isStatusWrite(it)) {
      const holder = holderOf.get(row.workspace_provider_id)
      const replica = replicaOf.get(holder ?? '')
      if (replica !== it.replica)
        broken.push(
          `${it.replica} wrote the status of ${row.workspace_provider_id}, whose lease ${replica ?? 'nobody'} held.`,
        )
    }
  }
  return broken
}
