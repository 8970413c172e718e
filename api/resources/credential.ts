// Refuses values that are no credential: kubeconfigs, file paths, and private keys where everybody can read them.
import type { workspace_provider } from '../../schemas/workspace_provider.ts'
import { apiError } from '../errors.ts'
import type { RuleInput } from './rules.ts'

const plain = (value: string) => [value, Buffer.from(value, 'base64').toString('latin1')]

const looksLikeKubeconfig = (value: string) =>
  plain(value).some((it) => /apiVersion"?\s*:|current-context"?\s*:|auth-provider|"?exec"?\s*:\s*\{/.test(it))

const refuseToken = (token: string) => {
  if (looksLikeKubeconfig(token)) {
    return 'The value is a kubeconfig. Give cluster.server, cluster.ca_data and the bearer token of a service account instead: Polder never uses the programs and files that a kubeconfig names.'
  }
  if (/^(\/|\.\.?\/|~\/|file:)/.test(token)) return 'The value is the path of a file. Give the token itself.'
}

const refuseOpenKey = (value: string | null | undefined) =>
  value && plain(value).some((it) => it.includes('PRIVATE KEY-----'))
    ? 'The value contains a private key, which everyone who reads the provider would see. Give the certificate alone, and the key as client_key.'
    : undefined

/** The refusal of the first wrong credential. */
export const refuseCredential = ({ after, secrets }: RuleInput<typeof workspace_provider>) => {
  const { client_certificate: certificate, cluster } = after
  const findings: [string, string | undefined][] = [
    ['token', typeof secrets.token === 'string' ? refuseToken(secrets.token) : undefined],
    ['client_certificate', refuseOpenKey(certificate)],
    ['cluster.ca_data', refuseOpenKey(cluster?.ca_data)],
  ]
  const [wrong] = findings.filter(([, detail]) => detail !== undefined)
  if (wrong) return apiError('invalid', wrong[1]!, { attribute: wrong[0] })
  if (cluster !== null) return
  const credentials = [
    ['token', after.token_encrypted],
    ['client_certificate', certificate],
    ['client_key', after.client_key_encrypted],
  ] as const
  const held = credentials.find(([, value]) => value !== null)
  if (!held) return
  return apiError(
    'invalid',
    'A credential needs the cluster that it is for. Set `cluster`, or leave the credential out: Polder uses its own credential in the cluster that it runs in.',
    { attribute: held[0] },
  )
}
