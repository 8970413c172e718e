// Takes a namespace for a provider or an organization, at once and for ever, or finds out why it cannot.
import { namespaces } from '../../resources/objects/kinds.ts'
import {
  type Claim,
  claimAnnotation,
  createdAnnotation,
  inherits,
  ownership,
  postedNamespace,
} from '../../resources/objects/namespace.ts'
import type { KubernetesObject } from '../../resources/objects/object.ts'
import type { Cluster } from '../cluster/cluster.ts'
import { ClusterError, stalled } from '../cluster/errors.ts'

/** What was found or made. `created`: by Polder, so that Polder may delete it. */
export type Claimed = { live: KubernetesObject; created: boolean }

export const isCreated = ({ metadata }: KubernetesObject) =>
  metadata.annotations?.[createdAnnotation] === 'true'

const status = (error: unknown) => (error instanceof ClusterError ? error.status : undefined)

const create = async (cluster: Cluster, declared: KubernetesObject) => {
  try {
    const made = await cluster.create(postedNamespace(declared))
    const { uid } = made.metadata
    return inherits(declared)
      ? await cluster.apply({ ...declared, metadata: { ...declared.metadata, uid } })
      : made
  } catch (error) {
    // Somebody was first: whose it is now is a question, never a success.
    if (status(error) === 409) return null
    if (status(error) !== 403) throw error
    const missing = `Namespace ${declared.metadata.name} does not exist, and the credential may not create it`
    throw new ClusterError('NamespaceMissing', `${missing}: create it, or allow create namespaces.`)
  }
}

// The version guards the moment between reading and writing: of two that adopt, one is refused.
const adopt = async (cluster: Cluster, live: KubernetesObject, declared: KubernetesObject) => {
  const { resourceVersion } = live.metadata
  return cluster.apply({ ...declared, metadata: { ...declared.metadata, resourceVersion } })
}

const refuseForeign = (live: KubernetesObject, claim: Claim, adopts: boolean) => {
  const { name, annotations } = live.metadata
  const whose = ownership(live, claim)
  if (whose === 'theirs') {
    const holder = annotations?.[claimAnnotation] ?? 'another deployment'
    throw stalled(
      'NamespaceNotOurs',
      `Namespace ${name} is claimed by ${holder}: one namespace belongs to one provider.`,
    )
  }
  if (whose === 'unclaimed' && !adopts) {
    const how = 'Choose another namespace, or set adopt to take it over'
    throw stalled('NamespaceNotOurs', `Namespace ${name} exists already and is not Polder's. ${how}.`)
  }
}

/** `live` is what a list or read has just shown. Rejects with ClusterError. */
export const claimNamespace = async (
  cluster: Cluster,
  declared: KubernetesObject,
  claim: Claim,
  adopts: boolean,
  live: KubernetesObject | null,
): Promise<Claimed> => {
  const { name } = declared.metadata
  for (let found = live, tries = 0; tries < 3; tries += 1) {
    const held = found ?? (await create(cluster, declared))
    if (!held) {
      found = await cluster.read(namespaces, name)
      continue
    }
    if (held.metadata.deletionTimestamp) {
      throw new ClusterError(
        'NamespaceTerminating',
        `Namespace ${name} is being deleted; it is made anew afterwards.`,
      )
    }
    refuseForeign(held, claim, adopts)
    if (ownership(held, claim) === 'ours') return { live: held, created: isCreated(held) }
    try {
      return { live: await adopt(cluster, held, declared), created: false }
    } catch (error) {
      if (status(error) !== 409) throw error
      found = await cluster.read(namespaces, name)
    }
  }
  throw new ClusterError('Conflict', `Namespace ${name} changes while it is being claimed.`)
}
