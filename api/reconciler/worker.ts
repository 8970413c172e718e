// The worker of one provider: turns of the provider itself when due, and turns of its organizations, a few at once.
import { organizationsOn } from '../database/status/desired.ts'
import { LeaseLost } from '../database/status/fenced.ts'
import { deleteProvider } from '../database/status/final-deletes.ts'
import { type DesiredProvider, readProvider } from '../database/status/provider.ts'
import { queued } from '../database/status/queue.ts'
import { isClosed } from './cluster/errors.ts'
import type { Context, WorkerContext } from './context.ts'
import type { HeldLease } from './lease/held-lease.ts'
import { observe } from './observe.ts'
import { type Connection, connect, credentialOf } from './provider/connect.ts'
import { giveUp } from './provider/give-up.ts'
import { nextTurn, retryMs } from './provider/next-turn.ts'
import { isProviderRemoved } from './provider/remove-provider.ts'
import { endsConnection, isReady, mayPass } from './provider/result.ts'
import { writeStatus } from './provider/status.ts'
import { turnProvider } from './provider/turn-provider.ts'
import type { ProviderContext } from './provider-context.ts'
import { askedOf, isOfOrganization, providerKey } from './queue/asked-of.ts'
import { type Asked, createKeyQueue } from './queue/key-queue.ts'
import { createSchedule } from './queue/schedule.ts'
import { createTidying } from './removal/tidy.ts'
import { createOrganizationTurns, createRows } from './turn/organization-turns.ts'

const contactEveryMs = 15_000
const defaultWidth = 8

type Told = {
  settled(): void
  /** Keys of the provider were queued in the database. */
  moreQueued(): void
}

export const createWorker = (given: Context, lease: HeldLease, { settled, moreQueued }: Told) => {
  const context: WorkerContext = { ...given, measures: given.metrics.provider(lease.provider) }
  const { database, config, log, random } = context
  const rows = createRows(context, lease)
  let connection: Connection | undefined
  let current: ProviderContext | undefined
  let doubted = false
  const tidying = createTidying()
  /** Whether there are organizations that nobody has looked at since the cluster was connected to. */
  let isUnasked = false
  let stopped = false
  let ended: (() => void) | undefined

  const queue = createKeyQueue({
    width: () => Number(current?.provider.width ?? defaultWidth),
    turn: createOrganizationTurns(context, lease, {
      context: () => current,
      suspect: () => schedule.ask(null),
      unexplained: () => {
        tidying.suspect()
        schedule.ask(null)
      },
    }),
    random,
    settled: () => end(),
  })
  const observer = observe(context, lease, { depth: queue.depth, connection: () => connection })

  const disconnect = () => {
    queue.close()
    connection?.close()
    connection = current = undefined
  }
  const changed = (organization: string | undefined) => {
    if (organization === undefined) schedule.ask(null)
    else queue.ask([{ key: organization, seq: null, queuedAt: performance.now() }])
  }
  const connected = async (provider: DesiredProvider) => {
    if (connection?.credential === credentialOf(provider)) return connection
    disconnect()
    const opened = await connect(context, lease, provider, changed, () => schedule.ask(null))
    // Nobody would close it any more.
    if (stopped) opened.close()
    connection = opened
    return opened
  }
  const contextOf = (
    provider: DesiredProvider,
    from: Connection,
    version: string | null,
  ): ProviderContext => {
    const { cluster, cache, memory, contests, keeping, discovery } = from
    const shared = { cluster, cache, memory, contests, keeping, discovery }
    return { ...context, ...rows, ...shared, lease, provider, version }
  }

  const askAll = async () => {
    const all = await organizationsOn(database, lease.provider)
    isUnasked = false
    queue.ask(all.map((key) => ({ key, seq: null, queuedAt: performance.now() })))
  }

  /** Milliseconds until the next turn of the provider; undefined when the provider is gone. */
  const turnOnce = async (seq: number | null): Promise<number | undefined> => {
    const provider = await readProvider(database, lease.provider)
    if (!provider || stopped) return void disconnect()
    // Before any organization is queued for these settings, so that no turn that was asked for then sees older ones.
    if (current) current = { ...current, provider: { ...provider, status: current.provider.status } }
    await observer.saw(provider)
    const { result, it, listed } = await turnProvider(context, provider, { connected, contextOf })
    if (stopped) return undefined
    // Remembered until it is done: whatever fails below, the list is not repeated.
    if (listed) tidying.suspect()
    if (listed === 'first') isUnasked = true
    if (endsConnection(result)) disconnect()
    // One call without an answer is no outage: only a second failure in a row makes a ready provider an error.
    const isFirst = !doubted
    doubted = mayPass(result)
    if (doubted && isFirst && provider.status.ready) return retryMs.from * random()
    if (it) await tidying.look(it, result)
    const isLeft = it && (await isProviderRemoved(it, result))
    const status = await writeStatus(context, lease, provider, result, seq)
    if (status.observed_generation > provider.status.observed_generation) moreQueued()
    const wasOut = current === undefined
    // While the status was written the connection may have been closed, with the lease suspended.
    current =
      it && it.cluster === connection?.cluster ? { ...it, provider: { ...provider, status } } : undefined
    if (!current) queue.close()
    else {
      // Nothing of this was read while the cluster could not be worked with.
      if (wasOut) queue.ask((await queued(database, [lease.provider])).map(askedOf).filter(isOfOrganization))
      // A list that is repeated tells what differs; what waits for a person is looked at again.
      if (isUnasked) await askAll()
      else if (listed || wasOut) queue.wake()
      queue.open()
    }
    if (!isReady(result)) await giveUp(context, lease, provider)
    else if (isLeft) {
      await deleteProvider(database, lease)
      return void disconnect()
    }
    const resyncMs = config.resyncSeconds * 1_000
    const isLeaving = provider.paused !== true && (provider.deleting || tidying.isUntidy())
    return nextTurn(result, { isLeaving, resyncMs, random })
  }

  const schedule = createSchedule({
    turn: (seq) =>
      turnOnce(seq).catch((error) => {
        if (!(error instanceof LeaseLost || isClosed(error))) {
          const facts = { provider: lease.provider, error: (error as Error).message }
          log.error(facts, 'a turn of a workspace provider could not be concluded')
        }
        return retryMs.from
      }),
    settled: () => end(),
  })
  const isIdle = () => schedule.isIdle() && queue.isIdle()
  const end = () => {
    if (isIdle()) ended?.()
    settled()
  }

  schedule.ask(null)
  return {
    lease,
    /** What is queued in the database, or asked for by this process. */
    ask(all: readonly Asked[]) {
      const own = all.find(({ key }) => key === providerKey)
      if (own) schedule.ask(own.seq)
      queue.ask(all.filter(isOfOrganization))
    },
    /** Whether the API server has answered lately; one that is ready and was not asked is asked. */
    async hasContact(): Promise<boolean> {
      const it = current
      if (!it) return false
      if (it.cluster.lastContact() < contactEveryMs) return true
      return it.cluster.version().then(
        () => true,
        () => {
          schedule.ask(null)
          return false
        },
      )
    },
    /** Whether the organizations of the provider can have turns now. */
    isOpen: () => current !== undefined,
    suspend: disconnect,
    resume: () => schedule.ask(null),
    /** Aborts what is on its way to the cluster; resolves when the turns under way have ended. */
    async stop() {
      stopped = true
      observer.stop()
      schedule.stop()
      disconnect()
      if (!isIdle()) await new Promise<void>((resolve) => (ended = resolve))
    },
    isIdle,
  }
}
export type Worker = ReturnType<typeof createWorker>
