// People and programs with limited rights in a test cluster, and the tokens they come with.
import { createPrivateKey, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'

/** A rule of a ClusterRole, as Kubernetes has it. */
export interface PolicyRule {
  apiGroups: string[]
  resources: string[]
  verbs: string[]
}

export interface ClusterUser {
  namespace: string
  name: string
  /** How Kubernetes calls it: `system:serviceaccount:<namespace>:<name>`. */
  user: string
  /** Good for an hour. */
  token: string
}

/** Adds a ServiceAccount that may do what `rules` say in the whole cluster, and nothing else. */
export const addUser = async (
  cluster: Cluster,
  name: string,
  rules: PolicyRule[] = [],
  namespace = 'default',
): Promise<ClusterUser> => {
  const account = { namespace, name }
  await create(cluster, `/api/v1/namespaces/${namespace}/serviceaccounts`, { metadata: account })
  await create(cluster, `${rbac}/clusterroles`, { metadata: { name }, rules })
  await create(cluster, `${rbac}/clusterrolebindings`, {
    metadata: { name },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
    subjects: [{ kind: 'ServiceAccount', ...account }],
  })
  const { status } = await create(cluster, tokens(account), { spec: { expirationSeconds: 3600 } })
  return { ...account, user: `system:serviceaccount:${namespace}:${name}`, token: status.token }
}

/** Changes what the user may do, at once. */
export const changeRules = async (cluster: Cluster, { name }: ClusterUser, rules: PolicyRule[]) => {
  const { status } = await cluster.request('PUT', `${rbac}/clusterroles/${name}`, {
    metadata: { name },
    rules,
  })
  expect(status).to.equal(200)
}

/** Removes the user; the API server refuses its tokens once its own memory of them has faded (10 s). */
export const removeUser = async (cluster: Cluster, { namespace, name }: ClusterUser) => {
  await cluster.request('DELETE', `${rbac}/clusterrolebindings/${name}`)
  await cluster.request('DELETE', `${rbac}/clusterroles/${name}`)
  await cluster.request('DELETE', `/api/v1/namespaces/${namespace}/serviceaccounts/${name}`)
}

/**
 * A token of the user that ends at `expires`, which may be in the past: the API itself issues none for less
 * than ten minutes. Signed with the key of a control plane of ours.
 */
export const tokenUntil = async (cluster: Cluster, user: ClusterUser, expires: Date): Promise<string> => {
  const key = createPrivateKey(readFileSync(join(dirname(cluster.kubeconfig), 'service-accounts.key')))
  const [header, payload] = user.token.split('.').map((part) => Buffer.from(part, 'base64url').toString())
  const exp = Math.floor(expires.getTime() / 1000)
  const claims = { ...JSON.parse(payload!), exp, iat: exp - 7200, nbf: exp - 7200 }
  const body = [header!, JSON.stringify(claims)]
    .map((text) => Buffer.from(text).toString('base64url'))
    .join('.')
  return `${body}.${sign('RSA-SHA256', Buffer.from(body), key).toString('base64url')}`
}

const rbac = '/apis/rbac.authorization.k8s.io/v1'
const tokens = ({ namespace, name }: { namespace: string; name: string }) =>
  `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`

const create = async (cluster: Cluster, path: string, object: unknown) => {
  const { status, body } = await cluster.request('POST', path, object)
  expect(status, JSON.stringify(body)).to.equal(201)
  return body
}
