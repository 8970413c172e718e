// A lease that this process holds, and until when it may act on it.
import { LeaseLost } from '../../database/status/fenced.ts'
import type { Taken } from '../../database/status/leases.ts'

/** A lease lasts 20 s by the clock of the database. Whoever has not renewed it for so long stops well before that. */
const trustedMs = 12_000
/** A holder that lost its lease without releasing it may act so long after the lease expired. */
const graceMs = 20_000

export type HeldLease = Taken & {
  /** Throws LeaseLost when nothing may be written any more: called in the tick that sends a write. */
  readonly mayWrite: () => void
  /** Whether objects that no row explains may be deleted already. */
  readonly mayRemoveOrphans: () => boolean
  /** Milliseconds until nothing may be written, unless the lease is renewed. */
  readonly remaining: () => number
  /** The renewal that was sent at that moment of the monotonic clock was confirmed. */
  readonly renewed: (sentAt: number) => void
  readonly end: () => void
}

/** `clock` is monotonic: milliseconds. */
export const holdLease = (lease: Taken, sentAt: number, clock: () => number): HeldLease => {
  let deadline = sentAt + trustedMs
  const since = clock()
  const remaining = () => deadline - clock()
  return {
    ...lease,
    remaining,
    mayWrite: () => {
      if (remaining() <= 0) throw new LeaseLost(`The lease on ${lease.provider} was not renewed in time.`)
    },
    mayRemoveOrphans: () => !lease.isExpired || clock() - since >= graceMs,
    renewed: (at) => {
      deadline = at + trustedMs
    },
    end: () => {
      deadline = -Infinity
    },
  }
}
