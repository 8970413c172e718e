// The permissions that a provider needs in its cluster: the manifest grants them, and the reconciler asks for exactly them.
import { groupOfVersion, type Kind, keptKinds, kindsOf, namespaces } from '../objects/kinds.ts'
import { everyRule, type Rule } from '../objects/roles.ts'

/** Where a provider has its objects, and whether what it adopted stays when it goes. */
export type Scope = { mode: 'shared' | 'per_organization'; namespace: string; adopt: boolean }

/** Resources by API group. */
export type Listed = Readonly<Record<string, readonly string[]>>

export type AccountRules = {
  /** For what it keeps as declared. */
  kept: Rule[]
  /** For what its roles grant to organizations: nobody may grant what they do not hold. */
  granted: Rule[]
  /** For deleting a namespace, which it does only after looking whether somebody keeps anything in it. */
  removal: Rule[]
  /** An API that does not answer keeps a namespace only if it may have custom resources there. */
  definitions: Rule[]
}

const inNamespace = ['list', 'watch', 'create', 'update', 'patch', 'delete']
const ofNamespaces = {
  shared: ['get', 'patch'],
  per_organization: ['get', 'list', 'watch', 'create', 'patch', 'delete'],
}

/** What kinds are called, by group. */
export const byGroup = (kinds: readonly Kind[]): Listed => {
  const groups = Map.groupBy(kinds, ({ apiVersion }) => groupOfVersion(apiVersion))
  const sorted = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([group, all]) => [group, all.map(({ plural }) => plural).toSorted()]))
}

const rulesOf = (listed: Listed, verbs: string[]): Rule[] =>
  Object.entries(listed)
    .filter(([, resources]) => resources.length > 0)
    .map(([group, resources]) => ({ apiGroups: [group], resources: [...resources], verbs }))

/** `listed` is what people can keep in a namespace of the cluster; the kinds of Kubernetes itself unless told. */
export const accountRules = ({ mode, adopt }: Scope, listed: Listed = keptKinds): AccountRules => {
  const written = byGroup(kindsOf(mode))
  const others = Object.entries(listed).map(
    ([group, resources]) => [group, resources.filter((it) => !written[group]?.includes(it))] as const,
  )
  const looked = rulesOf(Object.fromEntries(others), ['list'])
  // What was adopted is given back, whatever is in it.
  const stays = mode === 'shared' && adopt
  const deleted = mode === 'shared' ? rulesOf(byGroup([namespaces]), ['delete']) : []
  const isWide = mode === 'per_organization'
  return {
    kept: [...rulesOf(byGroup([namespaces]), ofNamespaces[mode]), ...rulesOf(written, inNamespace)],
    granted: isWide ? everyRule : [],
    removal: stays ? [] : [...deleted, ...looked],
    definitions: isWide ? rulesOf({ 'apiextensions.k8s.io': ['customresourcedefinitions'] }, ['list']) : [],
  }
}
