// What operators see of one provider while a worker is at work on it: its gauges, and that its lease was taken.
import { recordEvents } from '../database/status/events.ts'
import { fenced } from '../database/status/fenced.ts'
import type { DesiredProvider } from '../database/status/provider.ts'
import type { WorkerContext } from './context.ts'
import type { HeldLease } from './lease/held-lease.ts'
import type { Connection } from './provider/connect.ts'
import { type News, tell } from './tell.ts'

type Worker = {
  /** How many keys wait for a turn. */
  depth(): number
  /** Undefined while there is no way into the cluster. */
  connection(): Pick<Connection, 'cache' | 'contests'> | undefined
}

const taken = (provider: DesiredProvider, { epoch, isExpired }: HeldLease): News => ({
  provider,
  organization: null,
  type: 'Normal',
  reason: 'LeaseTaken',
  message: isExpired
    ? `Another process of Polder reconciles the provider from now on: the one before has stopped answering. Epoch ${epoch}.`
    : `A process of Polder reconciles the provider from now on. Epoch ${epoch}.`,
  line: 'the lease on the workspace provider was taken',
})

export const observe = (context: WorkerContext, lease: HeldLease, { depth, connection }: Worker) => {
  const { database, measures, random } = context
  const watched = new Set<string>()
  let isTold = false

  const sample = () => {
    const now = connection()
    measures.queueDepth(depth())
    measures.contested(now?.contests.count() ?? 0)
    for (const kind of watched) measures.watchUp(kind, false)
    for (const { resource, isHealthy } of now?.cache.watches() ?? []) {
      watched.add(resource)
      measures.watchUp(resource, isHealthy)
    }
  }
  return {
    /** The provider as it was just read. Rejects with LeaseLost. */
    async saw(provider: DesiredProvider): Promise<void> {
      measures.named(provider.name, sample)
      measures.leaseEpoch(`${lease.from}-${lease.to}`, Number(lease.epoch))
      if (isTold) return
      const record = (events: Parameters<typeof recordEvents>[1]) =>
        fenced(database, lease, (session) => recordEvents(session, events, random))
      await tell(context, [taken(provider, lease)], record)
      isTold = true
    },
    stop: () => measures.forget(),
  }
}
