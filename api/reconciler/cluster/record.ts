// Puts what lists, watches and our own writes tell of a cluster in order, and says what somebody else has changed.
import { type KubernetesObject, keyOf } from '../../resources/objects/object.ts'
import type { WriteObserver } from './cluster.ts'
import { isSame, type Seen, seenOf } from './seen.ts'
import { createSharing } from './sharing.ts'
import { organizationOf, type Store } from './store.ts'
import { isNewer } from './version.ts'
import type { Change } from './watch.ts'

type Told = Pick<Change, 'object'> & { type: 'ADDED' | 'MODIFIED' | 'DELETED' }

/** `holds`: whether an object belongs into the store. `changed` hears of what others do, and of nothing of ours. */
export const createRecord = (
  store: Store,
  holds: (object: KubernetesObject) => boolean,
  changed: (key: string, organization: string | undefined) => void,
) => {
  const share = createSharing()
  // Of an object that is being written events wait: the event of a write may come before its answer.
  const writing = new Map<string, { count: number; events: Told[] }>()
  // Of what we have deleted older events may still come.
  const removed = new Map<string, string>()

  const tell = (key: string, ...versions: (Seen | undefined)[]) => {
    const whose = new Set(versions.filter((it) => it !== undefined).map(organizationOf))
    for (const organization of whose) changed(key, organization)
  }
  const drop = (seen: Seen) => {
    store.remove(seen.key)
    tell(seen.key, seen)
  }
  const learn = (object: KubernetesObject) => {
    const before = store.get(keyOf(object))
    if (!holds(object)) return before && store.remove(before.key)
    const seen = seenOf(object, share)
    if (removed.has(seen.uid) || (before && !isNewer(seen.version, before.version))) return
    store.put(seen)
  }
  const take = ({ type, object }: Told, anew = false) => {
    const key = keyOf(object)
    const before = store.get(key)
    const { uid = '', resourceVersion = '' } = object.metadata
    const isKnown = before?.version === resourceVersion
    const isOld = before && !isKnown && !anew && !isNewer(resourceVersion, before.version)
    if (type === 'DELETED') {
      removed.delete(uid)
      if (before && !isOld) drop(before)
      return
    }
    if (isKnown || isOld || removed.has(uid)) return
    const seen = seenOf(object, share)
    store.put(seen)
    if (!before || !isSame(before, seen)) tell(key, before, seen)
  }
  const event = (told: Told) => {
    const own = writing.get(keyOf(told.object))
    if (own) own.events.push(told)
    else take(told)
  }
  const writes: WriteObserver = {
    began(key) {
      const own = writing.get(key) ?? { count: 0, events: [] }
      writing.set(key, { ...own, count: own.count + 1 })
    },
    ended(key, { object, goneUid }) {
      const own = writing.get(key)!
      if (object) learn(object)
      const before = store.get(key)
      if (goneUid && before?.uid === goneUid) {
        store.remove(key)
        removed.set(goneUid, key)
      }
      if (own.count > 1) return void writing.set(key, { ...own, count: own.count - 1 })
      writing.delete(key)
      for (const told of own.events) take(told)
    },
  }

  return {
    event,
    /** A read has shown that the object is no more. */
    gone: drop,
    writes,
    /**
     * A list of one kind begins. What it no longer has was deleted, unless that was written after the list was made. A
     * list that is older than what was known is of a cluster that was set back: then it is right in everything.
     */
    relist(kind: string, isSetBack: boolean) {
      const listed = new Set<string>()
      return {
        add(items: readonly KubernetesObject[]) {
          for (const object of items) {
            listed.add(keyOf(object))
            if (isSetBack) take({ type: 'MODIFIED', object }, true)
            else event({ type: 'MODIFIED', object })
          }
        },
        end(version: string) {
          for (const seen of [...store.ofKind(kind)]) {
            const isLater = !isSetBack && isNewer(seen.version, version)
            if (!listed.has(seen.key) && !isLater && !writing.has(seen.key)) drop(seen)
          }
          for (const [uid, key] of removed)
            if (key.startsWith(`${kind}/`) && !listed.has(key)) removed.delete(uid)
        },
      }
    },
  }
}
