// Asks a cluster, before anything is written, whether the credential may do all that a provider needs.
import { accountRules, byGroup, type Scope } from '../../resources/manifest/account-rules.ts'
import {
  isGivenBy,
  type Permission,
  permissionsIn,
  permissionsInWords,
} from '../../resources/manifest/permissions.ts'
import { keepsNamespace, namespaces } from '../../resources/objects/kinds.ts'
import type { Cluster } from '../cluster/cluster.ts'
import type { Discovery } from '../cluster/discover.ts'
import { ClusterError, errorOfOne, stalled } from '../cluster/errors.ts'
import { type Finding, good } from '../turn/conditions.ts'

/** Which of some permissions the credential lacks. */
type Missing = (wanted: readonly Permission[]) => Promise<readonly Permission[]>

const everything: Permission = { group: '*', resource: '*', verb: '*' }
const group = 'rbac.authorization.k8s.io'
/** With both a credential may grant what it does not hold. */
const powers = ['escalate', 'bind'].map((verb): Permission => ({ group, resource: 'roles', verb }))

// No namespace can have this name, so that the rules in it are those for the whole cluster.
const nowhere = 'polder.dev'
// A condition has 500 characters, of which what comes next takes up to 85.
const longest = 415

/** One request tells all, unless an authorizer of the cluster does not tell its rules: then each permission is a request. */
const missingIn = async (cluster: Cluster, { mode, namespace }: Scope): Promise<Missing> => {
  const inside = mode === 'shared' ? { namespace } : {}
  const { rules, incomplete } = await cluster.rulesIn(inside.namespace ?? nowhere)
  if (!incomplete) return async (wanted) => wanted.filter((it) => !isGivenBy(rules, it))
  if (await cluster.allows(everything)) return async () => []
  return async (wanted) => {
    const answers = await Promise.all(wanted.map((it) => cluster.allows({ ...it, ...inside })))
    return wanted.filter((_, index) => !answers[index])
  }
}

const ending = ({ mode, namespace }: Scope, provider: string) => {
  const where = mode === 'shared' ? ` in namespace ${namespace}` : ''
  const url = `"$POLDER_URL/v1/workspace_providers/${provider}/manifest"`
  const command = `curl -fsS -H "Authorization: Bearer $POLDER_TOKEN" ${url} | kubectl apply -f -`
  return `${where}. Apply the manifest again: ${command}`
}

/** Names what is missing and ends with the command that helps, which is never cut. */
const sentence = (begins: string, missing: readonly Permission[], scope: Scope, provider: string) => {
  const ends = ending(scope, provider)
  return `${begins} ${permissionsInWords(missing, longest - begins.length - 1 - ends.length)}${ends}`
}

const permissionMissing = (message: string) => new ClusterError('PermissionMissing', message)

const removal = 'RemovalAuthorized'
const refused = (message: string): Finding => ({
  type: removal,
  status: 'False',
  reason: 'PermissionMissing',
  message,
  kind: 'stalled',
})

const listedBy = async (discovery: () => Promise<Discovery>) => {
  const { kinds } = await discovery()
  return byGroup(kinds.filter(keepsNamespace))
}

/**
 * Rejects with ClusterError that names every missing permission. What it gives is the condition RemovalAuthorized, whose
 * lack keeps namespaces from being deleted, and nothing else. `discovery` is asked only where something may be missing.
 */
export const authorize = async (
  cluster: Cluster,
  scope: Scope,
  discovery: () => Promise<Discovery>,
  provider: string,
): Promise<Finding> => {
  const missing = await missingIn(cluster, scope)
  if ((await missing([everything])).length === 0) return good(removal, 'The credential may do everything.')
  const { kept, granted, removal: rules } = accountRules(scope)
  const mayEscalate = granted.length > 0 && (await missing(powers)).length === 0
  const needed = permissionsIn([...kept, ...(mayEscalate ? [] : granted)])
  const lacking = await missing(needed)
  if (lacking.length === needed.length) {
    throw permissionMissing(`The credential may do nothing that Polder needs${ending(scope, provider)}`)
  }
  if (lacking.length > 0) {
    throw permissionMissing(sentence('The credential may not', lacking, scope, provider))
  }
  if (rules.length === 0) return good(removal, 'The namespace stays when the provider is deleted.')
  try {
    const listed = accountRules(scope, await listedBy(discovery))
    const unseen = await missing(permissionsIn(listed.removal))
    if (unseen.length === 0)
      return good(removal, 'The credential may look for what others keep in a namespace.')
    const begins = 'Namespaces are deleted only with force: the credential may not'
    return refused(sentence(begins, unseen, scope, provider))
  } catch (error) {
    return refused(`The kinds of the cluster cannot be discovered: ${errorOfOne(error).message}`)
  }
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
