// Whether a live object is as declared.
import { canonical } from '../../schemas/equality.ts'
import { quantity } from '../../schemas/vocabulary.ts'
import { type KubernetesObject, keyOf } from '../resources/objects/object.ts'

// Maps whose values are quantities, which the server rewrites (`1000m` becomes `1`).
const quantities = new Set(['hard', 'default', 'defaultRequest', 'max', 'min', 'maxLimitRequestRatio'])

const amounts = (them: object) =>
  Object.fromEntries(Object.entries(them).map(([key, it]) => [key, canonical(quantity(), it)]))

const normal = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(normal)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).flatMap(([key, it]) => {
    if (it === null || it === undefined || (Array.isArray(it) && it.length === 0)) return []
    const inner = quantities.has(key) && typeof it === 'object' ? amounts(it) : it
    return [[key, normal(inner)] as const]
  })
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const picked = (from: Readonly<Record<string, string>> | undefined, like: object | undefined) =>
  Object.fromEntries(Object.keys(like ?? {}).map((key) => [key, from?.[key]]))

// Of labels and annotations only ours count; of every field we declare all counts, also what others added.
const facts = (object: KubernetesObject, like: KubernetesObject) => {
  const { apiVersion: _, kind: __, metadata, ...fields } = like
  const mine = Object.fromEntries(Object.keys(fields).map((field) => [field, object[field]]))
  const labels = picked(object.metadata.labels, metadata.labels)
  const annotations = picked(object.metadata.annotations, metadata.annotations)
  return JSON.stringify(normal({ labels, annotations, ...mine }))
}

/**
 * Remembers what each apply returned: where a server fills in what we left open, the live object is compared
 * with that. After a restart it costs at most one apply of such an object.
 */
export const createMemory = () => {
  const returned = new Map<string, { declared: string; live: string }>()
  return {
    applied(declared: KubernetesObject, live: KubernetesObject) {
      const entry = { declared: facts(declared, declared), live: facts(live, declared) }
      if (entry.declared === entry.live) returned.delete(keyOf(declared))
      else returned.set(keyOf(declared), entry)
    },
    /** Forgets all other objects, so that it does not grow with everything there ever was. */
    keepOnly(declared: ReadonlyMap<string, KubernetesObject>) {
      for (const key of returned.keys()) if (!declared.has(key)) returned.delete(key)
    },
    /** To the letter, whatever was remembered. */
    isExactly: (declared: KubernetesObject, live: KubernetesObject) =>
      facts(declared, declared) === facts(live, declared),
    isAsDeclared(declared: KubernetesObject, live: KubernetesObject) {
      const [want, have] = [facts(declared, declared), facts(live, declared)]
      const last = returned.get(keyOf(declared))
      return want === have || (last?.declared === want && last.live === have)
    },
  }
}
export type Memory = ReturnType<typeof createMemory>
