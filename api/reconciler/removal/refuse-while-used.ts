// Refuses to delete a namespace while something in it is not Polder's, whatever its labels say.
import {
  groupOfVersion,
  type Kind,
  keepsNamespace,
  kindsOf,
  pathOf,
  resourceOf,
} from '../../resources/objects/kinds.ts'
import { isWritten, type KubernetesObject } from '../../resources/objects/object.ts'
import type { Cluster } from '../cluster/cluster.ts'
import { errorOfKind } from '../cluster/error-of-kind.ts'
import { type ClusterError, inUse } from '../cluster/errors.ts'
import { listMetadata } from '../cluster/list-metadata.ts'
import type { ProviderContext } from '../provider-context.ts'
import { refuseWhileSecrets } from './refuse-while-secrets.ts'

/** What Kubernetes, or a mesh such as Istio, puts into every namespace and makes anew when it is deleted. */
const everywhere = new Set([
  'ServiceAccount default',
  'ConfigMap kube-root-ca.crt',
  'ConfigMap istio-ca-root-cert',
])

/** Of any other kind Polder has written nothing, whatever a field manager is called. */
const written = new Set(kindsOf('per_organization').map(resourceOf))

type Metadata = KubernetesObject['metadata']
type Found = { kind: Kind; metadata: Metadata }

/** `named`: what rows say is in the namespace. Throws ClusterError that names the first kind and object. */
export const refuseWhileUsed = async (
  {
    cluster,
    discovery,
    keeping,
    version,
  }: Pick<ProviderContext, 'cluster' | 'discovery' | 'keeping' | 'version'>,
  namespace: string,
  named: readonly KubernetesObject[],
): Promise<void> => {
  const { kinds, silent } = await discovery()
  const before = keeping.get(namespace)
  const countSecrets = () => {
    keeping.set(namespace, 'secrets')
    return refuseWhileSecrets(cluster, namespace, version)
  }
  const all = kinds.filter(keepsNamespace)
  // What has kept it before most likely still does: then one look is enough.
  const isFirst = (kind: Kind) => resourceOf(kind) === before
  const looked = [...all.filter(isFirst), ...all.filter((kind) => !isFirst(kind))]
  const groupKinds = new Set(looked.map(groupKind))
  const ours = new Set(named.map((it) => `${groupKind(it)} ${it.metadata.name}`))
  // What has an owner goes and stays with it, so that the owner decides, which is looked at itself.
  const isFollower = ({ ownerReferences = [] }: Metadata) =>
    ownerReferences.length > 0 && ownerReferences.every((it) => groupKinds.has(groupKind(it)))
  const isOurs = ({ kind, metadata }: Found) =>
    (written.has(resourceOf(kind)) && isWritten(metadata)) || ours.has(`${groupKind(kind)} ${metadata.name}`)
  const own = new Set<string | undefined>()
  const followers: Found[] = []
  const isForeign = (found: Found) => {
    if (isOurs(found)) own.add(found.metadata.uid)
    else if (isFollower(found.metadata)) followers.push(found)
    else return !everywhere.has(`${found.kind.kind} ${found.metadata.name}`)
    return false
  }
  const foreign = ({ kind, metadata }: Found) =>
    inUse(namespace, `${kind.kind} \`${metadata.name}\` is not Polder's. Delete or move it`)
  if (before === 'secrets') await countSecrets()
  for (const kind of looked) {
    keeping.set(namespace, resourceOf(kind))
    const first = await firstOf(cluster, namespace, kind, isForeign)
    if (first) throw foreign(first)
  }
  const [stray] = strays(followers, own)
  if (stray) throw foreign(stray)
  for (const { apiVersion, error } of silent) {
    throw inUse(namespace, `the API \`${apiVersion}\`, of which it may hold something, ${unanswering(error)}`)
  }
  await countSecrets()
}

const groupKind = ({ apiVersion, kind }: { apiVersion: string; kind: string }) =>
  `${groupOfVersion(apiVersion)}/${kind}`

// Those that follow nothing of ours in the end: two that own each other, say, or what is about to go with its owner.
const strays = (followers: readonly Found[], own: Set<string | undefined>): readonly Found[] => {
  const left = followers.filter(({ metadata }) => !metadata.ownerReferences?.every(({ uid }) => own.has(uid)))
  if (left.length === followers.length) return left
  for (const it of followers) if (!left.includes(it)) own.add(it.metadata.uid)
  return strays(left, own)
}

const firstOf = async (cluster: Cluster, namespace: string, kind: Kind, isIt: (it: Found) => boolean) => {
  try {
    for await (const metadata of listMetadata(cluster, pathOf(kind, namespace)))
      if (isIt({ kind, metadata })) return { kind, metadata }
  } catch (error) {
    const ofKind = await errorOfKind(cluster, error)
    const resource = resourceOf(kind)
    if (ofKind.status === 403) {
      const what = `the credential may not list \`${resource}\`, of which it may hold some`
      throw inUse(namespace, `${what}. Allow that in the cluster`)
    }
    // A 404 too: the next pass discovers whether the kind has gone, or only that version of it.
    throw inUse(namespace, `\`${resource}\`, of which it may hold some, ${unanswering(ofKind)}`)
  }
}

// Short enough to leave room for what to do about it.
const unanswering = ({ message }: ClusterError) =>
  `cannot be looked at: ${message.length > 160 ? `${message.slice(0, 159)}…` : message} Repair that API`
