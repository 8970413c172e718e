// Watches what a good pass has left in a cluster, so that a foreign change is repaired at once and not at the resync.
import { type KubernetesObject, keyOf, providerLabels, selectorOf } from '../resources/objects/object.ts'
import type { Cluster, Kind } from './cluster.ts'
import { kindsOf, namespaces } from './kinds.ts'
import type { Tools } from './lane.ts'
import type { Pass } from './pass.ts'
import type { Change } from './watch.ts'

const silenceMs = 120_000

/** `disturbed` asks for a pass, which lists anew. */
export const createVigil = ({ random }: Pick<Tools, 'random'>, disturbed: () => void) => {
  let held: Pass | undefined
  let watching: { cluster: Cluster; abort: AbortController } | undefined

  // What differs from the declaration, or is missing, or is on its way out at last.
  const isForeign = ({ type, object }: Change, kind: Kind) => {
    if (!held || type === 'BOOKMARK') return false
    const live = { ...object, apiVersion: kind.apiVersion, kind: kind.kind } as KubernetesObject
    const declared = held.declared.get(keyOf(live))
    if (type === 'DELETED') return declared !== undefined || held.outcome.remainder.kind === 'pending'
    return declared !== undefined && !held.memory.isAsDeclared(declared, live)
  }

  const watch = async (it: Pass, kind: Kind, signal: AbortSignal) => {
    const { deployment, id, namespace, namespace_mode: mode } = it.desired.provider
    const group = kind.apiVersion === 'v1' ? '/api/v1' : `/apis/${kind.apiVersion}`
    const where = mode === 'shared' ? `/namespaces/${namespace}` : ''
    let resourceVersion = it.live.versions.get(kind.kind) ?? ''
    while (!signal.aborted) {
      const seconds = Math.round(240 + random() * 60)
      const changed = (change: Change) => {
        // The version is too old, or the server is in trouble: only a new list helps.
        if (change.type === 'ERROR') throw new Error('the watch has ended with an error')
        const seen = (change.object as KubernetesObject).metadata?.resourceVersion
        if (seen) resourceVersion = seen
        if (isForeign(change, kind)) disturbed()
      }
      const path = `${group}${where}/${kind.plural}`
      const selector = selectorOf(providerLabels(deployment, id))
      await it.cluster.watch({ path, selector, resourceVersion, seconds, silenceMs, changed }, signal)
    }
  }

  const end = () => {
    held = undefined
    watching?.abort.abort()
    watching = undefined
  }
  return {
    /** What was declared is known anew; watches go on while the cluster is the same. */
    keep(it: Pass) {
      held = it
      if (watching?.cluster === it.cluster) return
      const abort = new AbortController()
      watching = { cluster: it.cluster, abort }
      const mode = it.desired.provider.namespace_mode
      const kinds = mode === 'shared' ? kindsOf(mode) : [namespaces, ...kindsOf(mode)]
      for (const kind of kinds) {
        watch(it, kind, abort.signal).catch(() => {
          if (abort.signal.aborted) return
          // One that breaks ends them all; a pass finds out what happened and begins anew.
          end()
          setTimeout(disturbed, random() * 2_000).unref()
        })
      }
    },
    end,
  }
}
