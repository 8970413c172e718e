// Keeps the leases of this process: takes what is free, renews what it holds, gives up what it has lost.
import { randomUUID } from 'node:crypto'
import {
  releaseLeases,
  removeReplica,
  renewLeases,
  surplusOf,
  type Taken,
  takeLeases,
} from '../../database/status/leases.ts'
import type { Context } from '../context.ts'
import { type HeldLease, holdLease } from './held-lease.ts'

const lookEveryMs = 1_000
const renewEveryMs = 5_000

export type Told = {
  taken(lease: HeldLease): void
  /** The lease was not renewed in time: nothing may be sent until `resumed`. */
  suspended(lease: HeldLease): void
  /** It was renewed after all, and nobody else had it meanwhile. */
  resumed(lease: HeldLease): void
  /** Another process has it, or the provider is gone. */
  lost(lease: HeldLease): Promise<void> | void
}

const monotonic = () => performance.now()

/** `clock` is monotonic: milliseconds. */
export const createLeases = (
  { database, log }: Pick<Context, 'database' | 'log'>,
  told: Told,
  clock = monotonic,
) => {
  const holder = randomUUID()
  const held = new Map<string, HeldLease>()
  const suspended = new Set<string>()
  let renewedAt = -Infinity
  let failing = false
  let stopped = false

  const give = async (lease: HeldLease) => {
    held.delete(lease.provider)
    suspended.delete(lease.provider)
    await told.lost(lease)
    lease.end()
  }

  const hold = (lease: Taken, sentAt: number) => {
    const mine = holdLease(lease, sentAt, clock)
    held.set(lease.provider, mine)
    suspended.delete(lease.provider)
    told.taken(mine)
  }

  const renew = async () => {
    const sentAt = clock()
    const standing = new Map((await renewLeases(database, holder)).map((it) => [it.provider, it]))
    renewedAt = sentAt
    for (const lease of [...held.values()]) {
      if (standing.get(lease.provider)?.epoch !== lease.epoch) await give(lease)
      else {
        lease.renewed(sentAt)
        // A renewal that took long has told of the past.
        if (lease.remaining() > 0 && suspended.delete(lease.provider)) told.resumed(lease)
      }
    }
    // The answer that told of it was lost: without this it would be renewed for ever, and nobody would act on it.
    for (const lease of standing.values()) {
      if (!held.has(lease.provider)) hold({ ...lease, isExpired: true }, sentAt)
    }
    // Others have come: they take at once what is released.
    const surplus = held.size > 1 ? await surplusOf(database, holder) : 0
    for (const lease of [...held.values()].slice(0, surplus)) {
      await give(lease)
      await releaseLeases(database, holder, [lease.provider])
    }
  }

  const take = async () => {
    const sentAt = clock()
    for (const lease of await takeLeases(database, holder)) hold(lease, sentAt)
  }

  const suspendOverdue = () => {
    for (const lease of held.values()) {
      if (lease.remaining() > 0 || suspended.has(lease.provider)) continue
      suspended.add(lease.provider)
      told.suspended(lease)
    }
  }

  const look = async () => {
    if (stopped) return
    try {
      if (clock() - renewedAt >= renewEveryMs) await renew()
      if (!stopped) await take()
      failing = false
    } catch (error) {
      if (!failing)
        log.error({ error: (error as Error).message }, 'the leases on providers cannot be renewed')
      failing = true
    }
  }
  let looking = Promise.resolve()
  let next: Promise<void> | undefined
  /** One at a time. Whoever asks while one waits for another shares the one that waits. */
  const lookInTurn = () => {
    next ??= looking = looking.then(() => {
      next = undefined
      return look()
    })
    return next
  }
  const timer = setInterval(() => {
    suspendOverdue()
    void lookInTurn()
  }, lookEveryMs)

  return {
    holder,
    held: (): ReadonlyMap<string, HeldLease> => held,
    look: lookInTurn,
    /** Ends at once and lets others take what was held. */
    async stop() {
      stopped = true
      clearInterval(timer)
      await looking
      const all = [...held.values()]
      // All at once: what is slow to end for one provider keeps no other one at work.
      await Promise.all(all.map(give))
      await releaseLeases(
        database,
        holder,
        all.map(({ provider }) => provider),
      )
        .then(() => removeReplica(database, holder))
        .catch((error) =>
          log.warn({ error: (error as Error).message }, 'the leases on providers could not be released'),
        )
    },
  }
}
