// The condition that warns of a credential before it expires: Polder cannot renew what somebody registered.
import type { DesiredProvider } from '../../database/status/provider.ts'
import { credentialLife } from '../cluster/access.ts'
import type { Finding } from '../turn/conditions.ts'

const weekMs = 7 * 24 * 3_600_000
const lastPart = 0.2

const type = 'CredentialFresh'
const what = ({ token }: Pick<DesiredProvider, 'token'>) =>
  token ? 'token' : 'client_certificate and client_key'

/** False in the last week of the credential's life, and in the last fifth of it; Unknown where it does not say when it ends. */
export const credentialFresh = (
  provider: Pick<DesiredProvider, 'token' | 'client_certificate'>,
  now: Date,
): Finding => {
  const life = credentialLife(provider)
  const kind = 'stalled'
  if (!life) {
    const message = 'The credential does not say when it expires.'
    return { type, status: 'Unknown', reason: 'ExpiryUnknown', message, kind }
  }
  const { begins, ends } = life
  if (!ends) return { type, status: 'True', reason: 'NoExpiry', message: 'The credential never expires.' }
  const left = ends.getTime() - now.getTime()
  const whole = begins ? ends.getTime() - begins.getTime() : 0
  const when = ends.toISOString().replace(/\.\d+Z$/, 'Z')
  if (left >= weekMs && left >= whole * lastPart) {
    return { type, status: 'True', reason: type, message: `The credential expires at ${when}.` }
  }
  const [reason, expires] = left > 0 ? ['ExpiresSoon', 'expires'] : ['Expired', 'expired']
  const message = `The credential ${expires} at ${when}. Issue another one and set ${what(provider)}.`
  return { type, status: 'False', reason, message, kind }
}
