// Watches what a good pass has left in a cluster, so that a foreign change is repaired at once and not at the resync.
import { type Kind, kindsOf, namespaces, pathOf } from '../resources/objects/kinds.ts'
import { type KubernetesObject, keyOf, providerLabels, selectorOf } from '../resources/objects/object.ts'
import type { Cluster } from './cluster.ts'
import type { Tools } from './tools.ts'
import type { UnderWay } from './under-way.ts'
import { backOff } from './waiting.ts'
import type { Change } from './watch.ts'
import { write } from './write.ts'

const silenceMs = 120_000
// Where something between cuts them at once, watching again and again would be a storm.
const shortestMs = 1_000
// Somebody else who insists is outlasted, not outrun: after so many repairs a minute goes by.
const mostRepairs = 100
const perMs = 60_000

type Seen = { key: string; live: KubernetesObject | undefined }

/** `disturbed` asks for a pass, which lists anew. */
export const createVigil = ({ random, now }: Pick<Tools, 'random' | 'now'>, disturbed: () => void) => {
  let held: UnderWay | undefined
  let watching: { cluster: Cluster; abort: AbortController } | undefined
  // While a pass runs its own writes look foreign: they are judged by what it has declared, once it is done.
  let unjudged: Map<string, Seen> | undefined
  let timer: NodeJS.Timeout | undefined
  let breaks = 0
  const repairing = new Set<string>()
  const repairs = new Map<string, { since: number; count: number }>()

  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(disturbed, ms).unref()
  }
  const isTooOften = (key: string) => {
    const before = repairs.get(key)
    const fresh = !before || now().getTime() - before.since > perMs
    const entry = fresh ? { since: now().getTime(), count: 0 } : before
    entry.count += 1
    repairs.set(key, entry)
    return entry.count > mostRepairs
  }

  const judge = (seen: Seen) => {
    const { key, live } = seen
    if (unjudged) return void unjudged.set(key, seen)
    const declared = held?.declared.get(key)
    if (!held || !declared) {
      // What is on its way out is out at last.
      if (!live && held?.outcome.remainder.kind === 'pending') disturbed()
      return
    }
    if (live && held.memory.isAsDeclared(declared, live)) return
    if (isTooOften(key)) return later(perMs)
    // Whose a namespace is, and what becomes of all that is in it, takes a whole pass.
    if (declared.kind === 'Namespace' || repairing.has(key)) return disturbed()
    repairing.add(key)
    write(held, declared, live)
      .catch(disturbed)
      .finally(() => repairing.delete(key))
  }

  const watch = async (it: UnderWay, kind: Kind, signal: AbortSignal) => {
    const { deployment, id, namespace, namespace_mode: mode } = it.desired.provider
    const path = pathOf(kind, mode === 'shared' ? namespace : undefined)
    const selector = selectorOf(providerLabels(deployment, id))
    let resourceVersion = it.live.versions.get(kind.kind) ?? ''
    const changed = ({ type, object }: Change) => {
      // The version is too old, or the server is in trouble: only a new list helps.
      if (type === 'ERROR') throw new Error('the watch has ended with an error')
      const live = { ...object, apiVersion: kind.apiVersion, kind: kind.kind } as KubernetesObject
      resourceVersion = live.metadata.resourceVersion ?? resourceVersion
      if (type !== 'BOOKMARK') judge({ key: keyOf(live), live: type === 'DELETED' ? undefined : live })
    }
    while (!signal.aborted) {
      const since = now().getTime()
      const seconds = Math.round(240 + random() * 60)
      await it.cluster.watch({ path, selector, resourceVersion, seconds, silenceMs, changed }, signal)
      if (now().getTime() - since < shortestMs) throw new Error('the watch has ended as soon as it began')
    }
  }

  const end = () => {
    clearTimeout(timer)
    held = undefined
    unjudged = undefined
    watching?.abort.abort()
    watching = undefined
  }
  return {
    /** A pass begins. */
    pause() {
      unjudged ??= new Map()
    },
    /** A pass has ended well: what it declared is kept from now on. */
    keep(it: UnderWay) {
      held = it
      for (const [key, { since }] of repairs) if (now().getTime() - since > perMs) repairs.delete(key)
      const seen = [...(unjudged?.values() ?? [])]
      unjudged = undefined
      for (const one of seen) judge(one)
      if (watching?.cluster === it.cluster) return
      const abort = new AbortController()
      const since = now().getTime()
      watching = { cluster: it.cluster, abort }
      const mode = it.desired.provider.namespace_mode
      const kinds = mode === 'shared' ? kindsOf(mode) : [namespaces, ...kindsOf(mode)]
      for (const kind of kinds) {
        watch(it, kind, abort.signal).catch(() => {
          if (abort.signal.aborted) return
          // One that breaks ends them all; a pass finds out what happened and begins anew.
          end()
          breaks = now().getTime() - since > perMs ? 1 : breaks + 1
          later(backOff(breaks, random))
        })
      }
    },
    end,
  }
}
