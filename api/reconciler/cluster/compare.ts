// Whether a live object is as declared, by digests.
import { type KubernetesObject, keyOf } from '../../resources/objects/object.ts'
import { digestOf, type Seen, seenOf } from './seen.ts'

type Texts = Readonly<Record<string, string>>

const picked = (from: Texts, like: Texts | undefined = {}) =>
  Object.keys(like).map((key) => from[key] ?? null)

// Of labels and annotations only ours count; of every field we declare all counts, also what others added.
const factsOf = (seen: Seen, declared: KubernetesObject) => {
  const { apiVersion: _, kind: __, status: ___, metadata, ...fields } = declared
  const { labels, annotations } = metadata
  return digestOf([
    picked(seen.labels, labels),
    picked(seen.annotations, annotations),
    picked(seen.fields, fields as Texts),
  ])
}

type Written = {
  /** What was declared. */
  declared: string
  /** What the server made of it. */
  live: string
}

/**
 * Remembers what each write returned: where a server fills in what we left open, the live object is compared with that.
 * After a restart it costs at most one write of such an object.
 */
export const createMemory = () => {
  const written = new Map<string, Written>()
  const wanted = (declared: KubernetesObject) => factsOf(seenOf(declared), declared)
  return {
    /** `live` is what the last write of the object has returned. */
    applied(declared: KubernetesObject, live: KubernetesObject) {
      written.set(keyOf(declared), { declared: wanted(declared), live: factsOf(seenOf(live), declared) })
    },
    isAsDeclared(seen: Seen, declared: KubernetesObject) {
      const [want, have] = [wanted(declared), factsOf(seen, declared)]
      const last = written.get(keyOf(declared))
      return want === have || (last?.declared === want && last.live === have)
    },
    /** To the letter, whatever is remembered. */
    isExactly: (declared: KubernetesObject, live: KubernetesObject) =>
      wanted(declared) === factsOf(seenOf(live), declared),
    /** Whether exactly this was written last: what differs from it now was changed by somebody else. */
    wasWritten: (declared: KubernetesObject) => written.get(keyOf(declared))?.declared === wanted(declared),
    /** Forgets what is no longer held, so that it does not grow with everything there ever was. */
    keepOnly(isHeld: (key: string) => boolean) {
      for (const key of written.keys()) if (!isHeld(key)) written.delete(key)
    },
  }
}
export type Memory = ReturnType<typeof createMemory>
