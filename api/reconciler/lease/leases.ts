// Keeps the leases of this process: takes what is free, renews what it holds, gives up what it has lost.
import { randomUUID } from 'node:crypto'
import {
  releaseLeases,
  removeReplica,
  renewLeases,
  surplusOf,
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

export const createLeases = ({ database, log }: Pick<Context, 'database' | 'log'>, told: Told) => {
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

  const renew = async () => {
    const sentAt = performance.now()
    const standing = new Map((await renewLeases(database, holder)).map((it) => [it.provider, it]))
    renewedAt = sentAt
    for (const lease of [...held.values()]) {
      if (standing.get(lease.provider)?.epoch !== lease.epoch) await give(lease)
      else {
        lease.renewed(sentAt)
        if (suspended.delete(lease.provider)) told.resumed(lease)
      }
    }
    // Others have come: they take at once what is released.
    const surplus = held.size > 1 ? await surplusOf(database, holder) : 0
    for (const lease of [...held.values()].slice(0, surplus)) {
      await give(lease)
      await releaseLeases(database, holder, [lease.provider])
    }
  }

  const take = async () => {
    const sentAt = performance.now()
    for (const lease of await takeLeases(database, holder)) {
      const mine = holdLease(lease, sentAt)
      held.set(lease.provider, mine)
      suspended.delete(lease.provider)
      told.taken(mine)
    }
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
      if (performance.now() - renewedAt >= renewEveryMs) await renew()
      if (!stopped) await take()
      failing = false
    } catch (error) {
      if (!failing)
        log.error({ error: (error as Error).message }, 'the leases on providers cannot be renewed')
      failing = true
    }
  }
  let looking = Promise.resolve()
  const lookInTurn = () => {
    looking = looking.then(look)
    return looking
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
      for (const lease of all) await give(lease)
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
