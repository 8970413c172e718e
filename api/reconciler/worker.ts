// The worker of one provider: turns of the provider itself when due, and turns of its organizations, a few at once.
import { organizationsOn } from '../database/status/desired.ts'
import { LeaseLost } from '../database/status/fenced.ts'
import { deleteProvider } from '../database/status/final-deletes.ts'
import { type DesiredProvider, readProvider } from '../database/status/provider.ts'
import { errorOfOne } from './cluster/errors.ts'
import type { Context } from './context.ts'
import type { HeldLease } from './lease/held-lease.ts'
import { type Connection, connect, credentialOf } from './provider/connect.ts'
import { giveUp } from './provider/give-up.ts'
import { isProviderRemoved } from './provider/remove-provider.ts'
import { isReady, mayPass, type ProviderResult } from './provider/result.ts'
import { writeStatus } from './provider/status.ts'
import { turnProvider } from './provider/turn-provider.ts'
import type { ProviderContext } from './provider-context.ts'
import { type Asked, createKeyQueue } from './queue/key-queue.ts'
import { removeOrphans } from './removal/remove-orphans.ts'
import { type Finding, failing, good } from './turn/conditions.ts'
import { createOrganizationTurns, createRows } from './turn/organization-turns.ts'

/** The key under which a provider itself is queued. */
export const providerKey = 'provider'

const contactEveryMs = 15_000
const retryMs = { from: 2_000, to: 5_000 }
const lookAtStalledMs = 30_000
const defaultWidth = 8

/** After these the next try reads files and connects anew. */
const ofConnection = new Set([
  'AddressRefused',
  'BadCertificate',
  'CredentialsExpired',
  'CredentialsRefused',
  'HostNotFound',
  'OtherCluster',
])

export const createWorker = (context: Context, lease: HeldLease, settled: () => void) => {
  const { database, config, log, random } = context
  const rows = createRows(context, lease)
  let connection: Connection | undefined
  let current: ProviderContext | undefined
  let due: { seq: number | null } | undefined = { seq: null }
  let running = false
  /** The sequence number that the turn under way was asked with. */
  let turning: number | null = null
  let doubted = false
  /** Whether there may be organizations in the cluster that no row explains. */
  let isUntidy = false
  let tidied: Finding | undefined
  let stopped = false
  let ended: (() => void) | undefined
  let timer: NodeJS.Timeout | undefined

  const queue = createKeyQueue({
    width: () => Number(current?.provider.width ?? defaultWidth),
    turn: createOrganizationTurns(context, lease, {
      context: () => current,
      suspect: () => askProvider(null),
      unexplained: () => {
        isUntidy = true
        askProvider(null)
      },
    }),
    random,
    settled: () => end(),
  })

  const disconnect = () => {
    queue.close()
    connection?.close()
    connection = current = undefined
  }
  const changed = (organization: string | undefined) => {
    if (organization === undefined) askProvider(null)
    else queue.ask([{ key: organization, seq: null, queuedAt: Date.now() }])
  }
  const connected = async (provider: DesiredProvider) => {
    if (connection?.credential === credentialOf(provider)) return connection
    disconnect()
    const opened = await connect(context, lease, provider, changed)
    // Nobody would close it any more.
    if (stopped) opened.close()
    connection = opened
    return opened
  }
  const contextOf = (provider: DesiredProvider, from: Connection, version: string | null): ProviderContext => {
    const { cluster, cache, memory, contests, keeping, discovery } = from
    const shared = { cluster, cache, memory, contests, keeping, discovery }
    return { ...context, ...rows, ...shared, lease, provider, version }
  }

  /** Orphans keep no provider from being ready. */
  const tidy = async (it: ProviderContext): Promise<Finding> => {
    try {
      isUntidy = !(await removeOrphans(it))
      return good('OrphansRemoved', 'Every organization in the cluster is on the allowlist.')
    } catch (error) {
      isUntidy = false
      return failing('OrphansRemoved', errorOfOne(error))
    }
  }

  const askAll = async () => {
    const all = await organizationsOn(database, lease.provider)
    queue.ask(all.map((key) => ({ key, seq: null, queuedAt: Date.now() })))
    queue.wake()
  }

  /** Milliseconds until the next turn of the provider; undefined when the provider is gone. */
  const turnOnce = async (seq: number | null): Promise<number | undefined> => {
    const provider = await readProvider(database, lease.provider)
    if (!provider) return undefined
    const { result, it, isFilled } = await turnProvider(context, provider, { connected, contextOf })
    if (stopped) return undefined
    const { error } = result
    if (error && ofConnection.has(error.reason)) disconnect()
    // One call without an answer is no outage: only a second failure in a row makes a ready provider an error.
    const isFirst = !doubted
    doubted = mayPass(result)
    if (doubted && isFirst && provider.status.ready) return retryMs.from * random()
    if (it && (isFilled || isUntidy)) tidied = await tidy(it)
    if (it && tidied) result.findings.set(tidied.type, tidied)
    const status = await writeStatus(context, lease, provider, result, seq)
    const wasOut = current === undefined
    current = it && { ...it, provider: { ...provider, status } }
    if (!current) queue.close()
    else {
      if (isFilled) await askAll()
      else if (wasOut) queue.wake()
      queue.open()
    }
    if (!isReady(result)) await giveUp(context, lease, provider)
    else if (provider.deleting && current && !provider.hasPlacements && (await isProviderRemoved(current))) {
      await deleteProvider(database, lease)
      return undefined
    }
    return nextMs(result, provider.deleting)
  }

  const nextMs = ({ error }: ProviderResult, isLeaving: boolean) => {
    const jittered = retryMs.from + random() * (retryMs.to - retryMs.from)
    if (error) return error.kind === 'stalled' ? lookAtStalledMs * (1 - random() / 10) : jittered
    return isLeaving || isUntidy ? jittered : config.resyncSeconds * 1_000 * (1 - random() / 10)
  }

  const run = async () => {
    running = true
    let wait: number | undefined = 0
    while (due && !stopped) {
      const { seq } = due
      turning = seq
      due = undefined
      wait = await turnOnce(seq).catch((error) => {
        if (!(error instanceof LeaseLost)) {
          const facts = { provider: lease.provider, error: (error as Error).message }
          log.error(facts, 'a turn of a workspace provider could not be concluded')
        }
        return retryMs.from
      })
    }
    running = false
    turning = null
    if (wait === undefined) disconnect()
    else if (!stopped) askLater(wait)
    end()
  }
  const isIdle = () => !running && due === undefined && queue.isIdle()
  const end = () => {
    if (isIdle()) ended?.()
    settled()
  }
  const askProvider = (seq: number | null) => {
    if (stopped) return
    due = { seq: seq ?? due?.seq ?? null }
    clearTimeout(timer)
    if (!running) void run()
  }
  const askLater = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => askProvider(null), ms)
  }

  askProvider(null)
  return {
    lease,
    /** What is queued in the database, or asked for by this process. */
    ask(all: readonly Asked[]) {
      const own = all.find(({ key }) => key === providerKey)
      // The row that the turn under way was asked by stands until that turn has ended.
      if (own && own.seq !== turning) askProvider(own.seq)
      queue.ask(all.filter(({ key }) => key !== providerKey))
    },
    /** Whether the API server has answered lately; one that is ready and was not asked is asked. */
    async hasContact(): Promise<boolean> {
      const it = current
      if (!it) return false
      if (it.cluster.lastContact() < contactEveryMs) return true
      return it.cluster.version().then(
        () => true,
        () => {
          askProvider(null)
          return false
        },
      )
    },
    suspend: disconnect,
    resume: () => askProvider(null),
    /** Aborts what is on its way to the cluster; resolves when the turns under way have ended. */
    async stop() {
      stopped = true
      due = undefined
      clearTimeout(timer)
      disconnect()
      if (!isIdle()) await new Promise<void>((resolve) => (ended = resolve))
    },
    isIdle,
  }
}
export type Worker = ReturnType<typeof createWorker>
