// Asks a cluster, before anything is written, whether the credential may do all that a provider needs.
import { everyRule } from '../../resources/objects/roles.ts'
import type { Cluster, Question } from '../cluster/cluster.ts'
import { groupOfVersion, type Kind, keptKinds, kindsOf, namespaces } from '../../resources/objects/kinds.ts'
import { ClusterError, stalled } from '../cluster/errors.ts'

type Scope = { mode: 'shared' | 'per_organization'; namespace: string }

const verbs = ['list', 'watch', 'create', 'patch', 'delete']

// A shared provider needs nothing outside of its namespace, unless that has to be created first.
const inside = ({ mode, namespace }: Scope) => (mode === 'shared' ? { namespace } : {})

const needed = ({ mode, namespace }: Scope): Question[] => {
  const within = inside({ mode, namespace })
  const own = mode === 'shared' ? ['get', 'patch'] : ['get', ...verbs]
  const ask = (kinds: Kind[], these: string[]): Question[] =>
    kinds.flatMap(({ apiVersion, plural }) =>
      these.map((verb) => ({ group: groupOfVersion(apiVersion), resource: plural, verb, ...within })),
    )
  return [...ask([namespaces], own), ...ask(kindsOf(mode), [...verbs, 'update'])]
}

// Before a namespace is deleted somebody must look whether it is in use. Who may not look keeps it, and may do the rest.
const looked = (scope: Scope): Question[] =>
  Object.entries(keptKinds).flatMap(([group, resources]) =>
    resources.map((resource) => ({ group, resource, verb: 'list', ...inside(scope) })),
  )

// Kubernetes lets nobody grant what they do not hold, unless they may escalate.
const granted = (): Question[] =>
  everyRule.flatMap(({ apiGroups, resources, verbs }) =>
    resources.flatMap((path) =>
      verbs.map((verb) => {
        const [resource, subresource] = path.split('/')
        return { group: apiGroups[0], resource, verb, ...(subresource && { subresource }) }
      }),
    ),
  )

const inWords = ({ verb, resource, subresource, group, namespace }: Question) => {
  const path = subresource ? `${resource}/${subresource}` : resource
  return `${verb} ${group ? `${path}.${group}` : path}${namespace ? ` in namespace ${namespace}` : ''}`
}

const refusedOf = async (cluster: Cluster, questions: Question[]) => {
  const answers = await Promise.all(questions.map((question) => cluster.allows(question)))
  return questions.filter((_, index) => !answers[index])
}

const some = (missing: Question[]) => {
  const more = missing.length > 4 ? ` and ${missing.length - 4} more` : ''
  return `${missing.slice(0, 4).map(inWords).join(', ')}${more}`
}

const all = 'The credential may do all that is needed.'

/** What the credential may do, in words. Rejects with ClusterError that names the first missing permissions. */
export const authorize = async (cluster: Cluster, scope: Scope): Promise<string> => {
  if (await cluster.allows({ group: '*', resource: '*', verb: '*' })) return all
  const missing = await refusedOf(cluster, needed(scope))
  if (scope.mode === 'per_organization') {
    const group = 'rbac.authorization.k8s.io'
    const powers = [
      { group, resource: 'roles', verb: 'escalate' },
      { group, resource: 'roles', verb: 'bind' },
    ]
    if ((await refusedOf(cluster, powers)).length > 0) missing.push(...(await refusedOf(cluster, granted())))
  }
  if (missing.length > 0) {
    throw new ClusterError(
      'PermissionMissing',
      `The credential may not ${some(missing)}: grant it in the cluster.`,
    )
  }
  const unseen = await refusedOf(cluster, looked(scope))
  if (unseen.length === 0) return all
  return `The credential may do all that is needed, except look into a namespace before it is deleted: it may not ${some(unseen)}. Until that is granted, namespaces are kept.`
}

/** The one cluster of a provider never changes; kube-system is as old as its cluster. */
export const identify = async (cluster: Cluster, known: string | null): Promise<string | null> => {
  const uid = await cluster.read(namespaces, 'kube-system').then(
    (it) => it?.metadata.uid ?? null,
    (error) => {
      // A credential confined to one namespace cannot tell: then the claim of that namespace decides.
      if (error instanceof ClusterError && error.status === 403) return null
      throw error
    },
  )
  if (known && uid && known !== uid) {
    const how = 'Point cluster.server back at it, or replace the provider'
    throw stalled('OtherCluster', `This is another cluster than the one first contacted. ${how}.`)
  }
  return known ?? uid
}
