// Keeps clusters as declared: a worker for each provider whose lease this process holds.
import { noteContacts } from '../database/status/provider-status.ts'
import { queued } from '../database/status/queue.ts'
import type { Context } from './context.ts'
import { createLeases } from './lease/leases.ts'
import { askedOf } from './queue/asked-of.ts'
import { createSchedule } from './queue/schedule.ts'
import { createWorker, type Worker } from './worker.ts'

const noteContactsEveryMs = 10_000

export type Reconciler = {
  /** Something may have changed: look soon. A lost call changes nothing but latency. */
  activate(): void
  /** Resolves when nothing is due. */
  idle(): Promise<void>
  stop(): Promise<void>
}

export const createReconciler = (context: Context): Reconciler => {
  const { database, log } = context
  const workers = new Map<string, Worker>()
  let waiting: (() => void)[] = []
  let stopped = false

  const isIdle = () => [reading, leasing, ...workers.values()].every((it) => it.isIdle())
  const settled = () => {
    if (!isIdle()) return
    for (const resolve of waiting) resolve()
    waiting = []
  }

  const leases = createLeases(context, {
    taken: (lease) => {
      void workers.get(lease.provider)?.stop()
      workers.set(lease.provider, createWorker(context, lease, { settled, moreQueued: activate }))
      reading.ask(null)
    },
    suspended: ({ provider }) => workers.get(provider)?.suspend(),
    resumed: ({ provider }) => workers.get(provider)?.resume(),
    lost: async ({ provider }) => {
      await workers.get(provider)?.stop()
      workers.delete(provider)
    },
  })

  const readQueue = async () => {
    const [open = [], closed = []] = [true, false].map((is) =>
      [...workers].flatMap(([id, it]) => (it.isOpen() === is ? [id] : [])),
    )
    const rows = await queued(database, open, closed)
    if (stopped) return
    for (const [provider, all] of Map.groupBy(rows, (it) => it.provider)) {
      workers.get(provider)?.ask(all.map(askedOf))
    }
  }
  // What was written waits for no lease: two things that are looked at side by side.
  const reading = createSchedule({
    turn: async () => {
      await readQueue().catch((error) => {
        log.error({ error: (error as Error).message }, 'the queue of workspace providers cannot be read')
      })
      return undefined
    },
    settled,
  })
  const leasing = createSchedule({ turn: () => leases.look().then(() => undefined), settled })
  const activate = () => {
    reading.ask(null)
    leasing.ask(null)
  }

  const noting = setInterval(async () => {
    const asked = await Promise.all(
      [...workers].map(async ([id, it]) => ((await it.hasContact()) ? [id] : [])),
    )
    const reached = asked.flat()
    if (reached.length === 0 || stopped) return
    await noteContacts(database, leases.holder, reached).catch((error) => {
      log.warn({ error: (error as Error).message }, 'contacts with clusters could not be noted')
    })
  }, noteContactsEveryMs)

  activate()
  return {
    activate,
    idle: async () => {
      if (!isIdle()) await new Promise<void>((resolve) => waiting.push(resolve))
    },
    stop: async () => {
      stopped = true
      reading.stop()
      leasing.stop()
      clearInterval(noting)
      await leases.stop()
      workers.clear()
      settled()
    },
  }
}
