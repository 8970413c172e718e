// What is said of an organization while its objects are leaving a cluster.
import type { KubernetesObject } from '../../resources/objects/object.ts'
import type { Finding } from '../turn/conditions.ts'

type Status = { conditions?: { type: string; status: string; message?: string }[] }

/** `live`: the namespace, where it was seen. Kubernetes says in it why it cannot empty it, and mostly has nothing to say. */
export const going = (namespace: string, live: KubernetesObject | undefined): Finding => {
  const { conditions = [] } = (live?.metadata.deletionTimestamp ? (live.status ?? {}) : {}) as Status
  const said = conditions.find(({ status, message }) => status === 'True' && message)?.message
  const message = said
    ? `Kubernetes is deleting namespace ${namespace} and has not finished: ${said.replace(/\.$/, '')}.`
    : `The objects of the organization in namespace ${namespace} are being deleted.`
  const reason = said ? 'NamespaceTerminating' : 'Deleting'
  return { type: 'Synced', status: 'False', reason, message, kind: 'waiting' }
}
