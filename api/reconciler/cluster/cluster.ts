// One Kubernetes cluster as the rest of the reconciler sees it: what can be asked of it and written to it.

import { type Kind, kindNamed, pathOf, pathOfObject } from '../../resources/objects/kinds.ts'
import { fieldManager, type KubernetesObject, keyOf } from '../../resources/objects/object.ts'
import { createReader } from './answer.ts'
import { type ConnectionOptions, createConnection } from './connection/connection.ts'
import { createContact } from './connection/contact.ts'
import type { Access } from './connection/send-request.ts'
import { ClusterError, notKubernetes } from './errors.ts'
import { listPages } from './list.ts'
import { followChanges, type Watching, watchPath } from './watch.ts'

/** The `resourceAttributes` of a SelfSubjectAccessReview. */
export type Question = {
  group?: string
  resource?: string
  subresource?: string
  verb: string
  namespace?: string
}

/** The `status` of a SelfSubjectRulesReview. */
type RulesReview = {
  resourceRules?: { apiGroups?: string[]; resources?: string[]; resourceNames?: string[]; verbs: string[] }[]
  incomplete?: boolean
}
/** Which object: that very one by its uid, where the uid is known. */
type Identity = { name: string; namespace?: string; uid?: string; deletionTimestamp?: unknown }

/** Hears of every write of this connection, so that the write is not taken for somebody else's change. */
export type WriteObserver = {
  began: (key: string) => void
  /** `object` is what the server has now, `goneUid` what the server no longer has. With neither nobody knows. */
  ended: (key: string, result: { object?: KubernetesObject; goneUid?: string }) => void
}

const json = 'application/json'

/** Every call rejects with `ClusterError`, and every write with what `mayWrite` throws. */
export const openCluster = (
  access: Access,
  secrets: readonly string[] = [],
  options: ConnectionOptions = {},
) => {
  const { host, pathname } = access.server
  const prefix = pathname.replace(/\/$/, '')
  const contact = createContact()
  const connection = createConnection(access, contact, options)
  const reader = createReader(host, secrets, contact)
  const observers = new Set<WriteObserver>()

  const get = async <T>(path: string, accept = json, once = false) =>
    reader.object<T>(await connection.send({ method: 'GET', path: prefix + path, headers: { accept }, once }))
  const send = async <T>(method: string, path: string, body: object, type = json, isWrite = true) => {
    const headers = { accept: json, 'content-type': type }
    const call = { method, path: prefix + path, headers, body: JSON.stringify(body), isWrite }
    return reader.object<T>(await connection.send(call))
  }
  const observed = async <T extends { object?: KubernetesObject; goneUid?: string }>(
    key: string,
    work: () => Promise<T>,
  ) => {
    for (const it of observers) it.began(key)
    let result: { object?: KubernetesObject; goneUid?: string } = {}
    try {
      result = await work()
      return result as T
    } finally {
      for (const it of observers) it.ended(key, result)
    }
  }
  const write = async (method: string, path: string, object: KubernetesObject, type?: string) => {
    const made = () => send<KubernetesObject>(method, path, object, type)
    return (await observed(keyOf(object), async () => ({ object: await made() }))).object
  }
  const manager = `fieldManager=${fieldManager}`

  return {
    host,
    /** Such as `v1.36.3`. The first answer counts, so that this is the probe. */
    version: async () => {
      const { gitVersion } = await get<{ gitVersion?: string }>('/version', json, true)
      if (!gitVersion) throw notKubernetes(host)
      return gitVersion
    },
    /** Whether the credential may do that; the server is asked, nothing is tried. */
    allows: async (question: Question) => {
      const apiVersion = 'authorization.k8s.io/v1'
      const path = pathOf({ apiVersion, plural: 'selfsubjectaccessreviews' })
      const spec = { resourceAttributes: question }
      const review = { apiVersion, kind: 'SelfSubjectAccessReview', spec }
      const { status } = await send<{ status?: { allowed?: boolean } }>('POST', path, review, json, false)
      return status?.allowed === true
    },
    /** What the credential may do in a namespace; `incomplete` where an authorizer of the cluster does not tell. */
    rulesIn: async (namespace: string) => {
      const apiVersion = 'authorization.k8s.io/v1'
      const path = pathOf({ apiVersion, plural: 'selfsubjectrulesreviews' })
      const review = { apiVersion, kind: 'SelfSubjectRulesReview', spec: { namespace } }
      const { status } = await send<{ status?: RulesReview }>('POST', path, review, json, false)
      return { rules: status?.resourceRules ?? [], incomplete: status?.incomplete ?? true }
    },
    /** What is at a path of the API, in the form that `accept` asks for. */
    get: <T>(path: string, accept?: string) => get<T>(path, accept),
    /** Null when there is none. */
    read: async (kind: Kind, name: string, namespace?: string): Promise<KubernetesObject | null> => {
      try {
        return await get<KubernetesObject>(pathOfObject(kind, { name, namespace }))
      } catch (error) {
        if (error instanceof ClusterError && error.status === 404) return null
        throw error
      }
    },
    /** Pages of 500. Those before one that `isFirst` are void. */
    list: (kind: Kind, selector = '', namespace?: string) => listPages(get, { kind, selector, namespace }),
    /** Refused with status 409 when there is one already. */
    create: (object: KubernetesObject) =>
      write('POST', `${pathOf(kindNamed(object.kind), object.metadata.namespace)}?${manager}`, object),
    /** Server-side apply, forced: our fields become what we declare, fields of others stay. */
    apply: (object: KubernetesObject) =>
      write(
        'PATCH',
        `${pathOfObject(kindNamed(object.kind), object.metadata)}?${manager}&force=true`,
        object,
        'application/apply-patch+yaml',
      ),
    /** Takes away what others added; refused with 409 when it is another object by now, by its uid. */
    replace: (object: KubernetesObject) =>
      write('PUT', `${pathOfObject(kindNamed(object.kind), object.metadata)}?${manager}`, object),
    /** Deletes exactly that object, by its uid. One that is gone or going is fine. */
    remove: async (kind: Kind, { name, namespace, uid, deletionTimestamp }: Identity) => {
      if (deletionTimestamp) return
      const body = { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid } }
      await observed(keyOf({ ...kind, metadata: { name, namespace } }), async () => {
        try {
          const left = await send<KubernetesObject>('DELETE', pathOfObject(kind, { name, namespace }), body)
          // What has finalizers, such as a namespace, stays until they are done.
          return left.metadata?.deletionTimestamp ? { object: left } : { goneUid: uid }
        } catch (error) {
          if (error instanceof ClusterError && error.status === 404) return { goneUid: uid }
          throw error
        }
      })
    },
    /** Follows changes until `signal`, the server or silence ends that; rejects with `ClusterError`, or as `signal`. */
    watch: async (watching: Watching, signal: AbortSignal) => {
      const sending = { method: 'GET', path: prefix + watchPath(watching) }
      const stream = await connection.stream(sending, watching.silenceMs, signal)
      if ('status' in stream) throw reader.refuseAnswer(stream)
      watching.opened()
      await followChanges(stream, watching, { ...reader, host, heard: contact.good })
    },
    /** Returns what ends the observation. */
    observeWrites: (observer: WriteObserver) => {
      observers.add(observer)
      return () => void observers.delete(observer)
    },
    /** Milliseconds since the last good answer, by the monotonic clock. */
    lastContact: contact.ageMs,
    /** Resolves with the next good answer, or after `ms`; rejects when `signal` aborts. */
    heard: contact.heard,
    /** `told` hears of the first call without an answer after good ones. Returns what ends that. */
    onLost: contact.onLost,
    /** `told` hears of the first good answer after calls without one. Returns what ends that. */
    onRecovered: contact.onRecovered,
    close: connection.close,
  }
}
export type Cluster = ReturnType<typeof openCluster>
