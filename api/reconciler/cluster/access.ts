// From what a provider says of its cluster to a way into that cluster, or the reason why there is none.
import { createPrivateKey, X509Certificate } from 'node:crypto'
import type { Config } from '../../config.ts'
import { checkedLookup, refuseLiteral } from './connection/address.ts'
import { kubeconfigAccess } from './connection/kubeconfig.ts'
import type { Access } from './connection/send-request.ts'
import { stalled } from './errors.ts'

/** What is known of a provider's cluster: null is the one that Polder runs in. Secrets are in the clear. */
export type Credentials = {
  readonly cluster: { readonly server: string; readonly ca_data?: string | null } | null
  readonly token: string | null
  readonly client_certificate: string | null
  readonly client_key: string | null
  /** Why a stored secret cannot be read, when it cannot. */
  readonly unreadable: string | null
}

const pem = (value: string) =>
  value.startsWith('-----BEGIN ') ? value : Buffer.from(value, 'base64').toString('utf8')

/** Rejects with `ClusterError` when nothing is configured or what is configured makes no sense. */
export const accessOf = async (credentials: Credentials, config: Config): Promise<Access> => {
  if (!credentials.cluster) return hostAccess(config)
  if (credentials.unreadable) throw stalled('NoCredential', credentials.unreadable)
  const { token, client_certificate, client_key } = credentials
  if (!token && !(client_certificate && client_key)) {
    throw stalled(
      'NoCredential',
      'The provider has no credential. Set token, or client_certificate with client_key.',
    )
  }
  const server = new URL(credentials.cluster.server)
  refuseLiteral(server, config.allowLoopbackClusters)
  const identity = token ? {} : certificateOf(client_certificate ?? '', client_key ?? '')
  const ca = credentials.cluster.ca_data ? pem(credentials.cluster.ca_data) : undefined
  return {
    server,
    tls: { ca, lookup: checkedLookup(config.allowLoopbackClusters), ...identity },
    headers: async () => (token ? { authorization: `Bearer ${token}` } : ({} as Record<string, string>)),
  }
}

const certificateOf = (certificate: string, key: string) => {
  const [cert, privateKey] = [pem(certificate), pem(key)]
  try {
    if (new X509Certificate(cert).checkPrivateKey(createPrivateKey(privateKey)))
      return { cert, key: privateKey }
  } catch {
    throw stalled('BadClientCertificate', 'client_certificate or client_key cannot be read as PEM.')
  }
  throw stalled('BadClientCertificate', 'client_key does not belong to client_certificate.')
}

// The cluster that Polder runs in comes first: the operator's kubeconfig is for running outside of one.
const hostAccess = async (config: Config): Promise<Access> => {
  if (!config.inCluster && !config.kubeconfig) {
    const how = 'Set POLDER_KUBECONFIG, or register a cluster as another workspace provider'
    throw stalled('NotConfigured', `Polder does not run in a cluster. ${how}.`)
  }
  try {
    return await kubeconfigAccess(config.inCluster ? undefined : config.kubeconfig)
  } catch (error) {
    const what = config.inCluster ? "Polder's own service account" : 'The file that POLDER_KUBECONFIG names'
    throw stalled('NotConfigured', `${what} cannot be used: ${(error as Error).message}.`)
  }
}

/** What must never be repeated. */
export const secretsOf = ({ token, client_key }: Credentials) =>
  [token, client_key].filter((secret): secret is string => Boolean(secret))

/** Of a credential that is good for ever, both are absent. */
type Life = { begins?: Date; ends?: Date }

/** From when until when the credential is good; undefined where it does not say. */
export const credentialLife = ({
  token,
  client_certificate,
}: Pick<Credentials, 'token' | 'client_certificate'>): Life | undefined => {
  try {
    if (token) return tokenLife(token)
    if (!client_certificate) return undefined
    const { validFrom, validTo } = new X509Certificate(pem(client_certificate))
    return { begins: new Date(validFrom), ends: new Date(validTo) }
  } catch {
    return undefined
  }
}

// RFC 7519: seconds since 1970, each of them optional. A token of another form tells nothing.
const tokenLife = (token: string): Life | undefined => {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  if (typeof claims !== 'object' || claims === null) return undefined
  const at = (value: unknown) => (typeof value === 'number' ? new Date(value * 1_000) : undefined)
  return { begins: at(claims.nbf) ?? at(claims.iat), ends: at(claims.exp) }
}
