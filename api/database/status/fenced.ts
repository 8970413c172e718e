// The one way to write what a cluster holds: a transaction that begins by holding its lease at its epoch.
import type { Database } from '../server/source.ts'
import type { Transaction } from '../server/transaction.ts'

/** The right to reconcile a range of shards of one provider. `epoch` moves with each holder. */
export type Lease = {
  readonly provider: string
  readonly from: number
  readonly to: number
  readonly holder: string
  readonly epoch: number
}

/** Another process has the lease, or the provider is gone: nothing of this holder may be written any more. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

// A holder that is stopped in mid-transaction keeps others from its lease no longer than that.
const bounds = "set local lock_timeout = '2s'; set local idle_in_transaction_session_timeout = '10s'"

/**
 * A renewal does not wait for the lock, and who takes leases passes by a lease that is locked: between the two no
 * statement of an old holder comes after one of a new holder. Throws LeaseLost.
 */
export const fenced = <T>(
  database: Database,
  { provider, from, holder, epoch }: Lease,
  work: (session: Transaction) => Promise<T>,
): Promise<T> =>
  database.transaction(async (session) => {
    await session.run(bounds)
    const held = await session.query(
      `select from provider_lease where workspace_provider_id = $1 and range_from = $2 and holder = $3 and epoch = $4
       for key share`,
      [provider, from, holder, epoch],
    )
    if (held.length === 0) throw new LeaseLost(`Another process holds the lease on ${provider}.`)
    return work(session)
  })
