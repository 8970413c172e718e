// What a cluster holds of one provider, kept up to date by watches: digests, not objects.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Kind, namespaces } from '../../resources/objects/kinds.ts'
import type { KubernetesObject } from '../../resources/objects/object.ts'
import type { Cluster } from './cluster.ts'
import { createRecord } from './record.ts'
import { createReflector } from './reflector.ts'
import { selects } from './selects.ts'
import { createStore } from './store.ts'

type CacheOptions = {
  kinds: readonly Kind[]
  /** A label selector, such as `polder.dev/provider=wsp_1,polder.dev/shard in (0,1)`. */
  selector: string
  /** The only namespace that is looked into. Without one the whole cluster is. */
  namespace?: string
  /** Hears of what others add, change or delete, and never of our own writes. */
  changed: (key: string, organization: string | undefined) => void
  /** Hears when changes are no longer followed, and when they are again: `health` tells. */
  healthChanged?: () => void
  /** In [0, 1). */
  random?: () => number
}

// Who may not watch namespaces may still read the one that is shared.
const pollMs = 30_000
const graceMs = 5_000
const lookMs = 1_000

/** Which resource is not followed, for how long and why, where one is not. */
export type CacheHealth =
  | { isHealthy: true }
  | { isHealthy: false; resource: string; brokenMs: number; why: string }

export const createCache = (
  cluster: Cluster,
  { kinds, selector, namespace, changed, healthChanged = () => {}, random = Math.random }: CacheOptions,
) => {
  const store = createStore()
  const stopping = new AbortController()
  const { signal } = stopping
  const matches = selects(selector)
  const cached = new Set(kinds.map(({ kind }) => kind))
  // Whose the shared namespace is, is asked before it carries any label.
  const isShared = ({ kind, metadata }: KubernetesObject) =>
    kind === 'Namespace' && metadata.name === namespace
  const holds = (object: KubernetesObject) =>
    cached.has(object.kind) && (isShared(object) || matches(object.metadata.labels))
  let state: 'empty' | 'filled' = 'empty'
  const record = createRecord(store, holds, (key, organization) => {
    if (state === 'filled') changed(key, organization)
  })
  const watched = namespace ? kinds.filter(({ kind }) => kind !== 'Namespace') : kinds
  const reflectors = watched.map((kind) =>
    createReflector(cluster, { kind, selector, namespace }, record, { random, signal }),
  )
  const forget = cluster.observeWrites(record.writes)

  const readShared = async () => {
    if (!namespace || !cached.has('Namespace')) return
    const key = `${namespaces.kind}//${namespace}`
    const before = store.get(key)
    const live = await cluster.read(namespaces, namespace)
    if (live) record.event({ type: 'MODIFIED', object: live })
    else if (before && store.get(key) === before) record.gone(before)
  }
  const poll = async () => {
    while (!signal.aborted) {
      await sleep(pollMs * (0.9 + random() / 5), undefined, { signal }).catch(() => {})
      if (!signal.aborted) await readShared().catch(() => {})
    }
  }
  /** By kind. A stream that is resumed within five seconds is no interruption. */
  const watches = () =>
    reflectors.map((it, index): CacheHealth & { resource: string } => {
      const one = it.health()
      const { plural: resource } = watched[index]!
      return one.isHealthy || one.brokenMs < graceMs ? { resource, isHealthy: true } : { ...one, resource }
    })
  /** Whether each kind is followed. */
  const health = (): CacheHealth => {
    const broken = watches().flatMap((it) => (it.isHealthy ? [] : [it]))
    return broken.toSorted((a, b) => b.brokenMs - a.brokenMs)[0] ?? { isHealthy: true }
  }
  let wasHealthy = true
  let looking: NodeJS.Timeout | undefined
  const look = () => {
    const { isHealthy } = health()
    if (isHealthy === wasHealthy) return
    wasHealthy = isHealthy
    healthChanged()
  }
  return {
    /** Lists everything, and begins to follow the changes when that was done for the first time. Rejects with `ClusterError`. */
    async fill() {
      // All of them end before the first failure is told, so that the next try finds none on its way.
      const lists = await Promise.allSettled([readShared(), ...reflectors.map((it) => it.list())])
      for (const list of lists) if (list.status === 'rejected') throw list.reason
      if (state === 'filled' || signal.aborted) return
      state = 'filled'
      for (const it of reflectors) it.start()
      looking = setInterval(look, lookMs)
      if (namespace) void poll()
    },
    get: (key: string) => store.get(key),
    /** Of one organization, by its label, or what belongs to none. */
    of: (organization: string | undefined) => store.of(organization),
    /** The organizations of which there is something. */
    organizations: () => store.organizations(),
    health,
    watches,
    stop() {
      stopping.abort()
      clearInterval(looking)
      forget()
    },
  }
}
export type Cache = ReturnType<typeof createCache>
