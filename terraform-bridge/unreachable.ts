// The errors of an API that cannot be reached, in sentences that name the setting to correct.
import type { HttpResponse } from './transport.ts'

interface Address {
  /** Of the API, without a slash at its end. */
  url: string
  /** Where a person would change it, in words: `url` of the provider block, or POLDER_URL. */
  writtenIn: string
  authorities?: Authorities
}

/** The certificate authorities that vouch for the API, in PEM. */
export interface Authorities {
  ca: string
  file: string
  /** Where the file is named, in words. */
  writtenIn: string
}

/** No answer came, or none that an API of this kind gives. */
export class Unreachable extends Error {
  readonly told: Set<string>

  /** `told` holds what was told of requests over the same connection before. */
  constructor(message: string, told: Set<string>) {
    super(message)
    this.told = told
  }
}

/** `error` is of Node's sockets, TLS or HTTP parser. */
export const whyUnreachable = (address: Address, error: NodeJS.ErrnoException): string => {
  const { url, writtenIn } = address
  const { code = '', message } = error
  if (/CERT|SELF_SIGNED|UNABLE_TO/.test(code)) return whyDistrusted(address, error)
  if (/wrong version number|packet length too long|unexpected message/.test(message)) {
    return `The server at ${url} does not speak TLS. If Polder listens there without a proxy in front, begin ${writtenIn} with \`http://\`.`
  }
  if (code === 'EPROTO' || code.startsWith('ERR_SSL')) {
    return `The server at ${url} refuses the TLS connection: ${message.trim()}. Make the server accept TLS 1.2 or newer without a client certificate.`
  }
  if (code.startsWith('HPE_')) {
    return `The server at ${url} does not speak HTTP. Set ${writtenIn} to the address where the Polder API listens.`
  }
  const { hostname } = new URL(url)
  const causes: Record<string, string> = {
    ECONNREFUSED: 'the connection is refused',
    ECONNRESET: 'the connection is closed before an answer comes',
    ENOTFOUND: `the host \`${hostname}\` does not exist`,
    EAI_AGAIN: `the host \`${hostname}\` cannot be looked up at the moment`,
  }
  return `The Polder API at ${url} cannot be reached: ${causes[code] ?? message}. Start the API there, or set ${writtenIn} to the address where the API listens.`
}

/** Of a server that was asked over plain HTTP. */
export const tlsOnly = ({ url, writtenIn }: Address): string =>
  `The server at ${url} speaks TLS. Begin ${writtenIn} with \`https://\`.`

/** Of the API's own answer that it serves no such path. */
export const whyUnknownPath = ({ url, writtenIn }: Address, { path }: HttpResponse): string => {
  const { origin, pathname } = new URL(url)
  const asked = new URL(url + path).pathname
  const remedy =
    pathname === '/'
      ? 'Upgrade the API, or use the version of the provider that belongs to the API.'
      : `Leave the path \`${pathname}\` out of ${writtenIn}, unless a proxy serves the API below that path.`
  return `The Polder API at ${origin} serves nothing at \`${asked}\`. ${remedy}`
}

/** Of an answer that is not the API's; `known` once the API has answered others. */
export const whyStrange = (
  { url, writtenIn }: Address,
  { path, status, headers }: HttpResponse,
  known: boolean,
): string => {
  const answer = `The answer from ${url} (status ${status}) is not from the Polder API.`
  if (known) return `${answer} A proxy in front of the API answered instead. Look at the log of the proxy.`
  if ([502, 503, 504].includes(status)) {
    return `The proxy at ${url} answers with status ${status} and does not reach the Polder API. Start the API behind the proxy, or set ${writtenIn} to the address where the API listens.`
  }
  const { location } = headers
  if (location && status >= 300 && status < 400) {
    const target = URL.parse(location, `${url}/`)
    const [asked = ''] = path.split('?')
    if (target?.pathname.endsWith(asked)) {
      const moved = target.origin + target.pathname.slice(0, -asked.length)
      return `${url} redirects to ${moved}. Set ${writtenIn} to \`${moved}\`.`
    }
    return `${answer} The server redirects to ${target?.origin ?? 'nowhere'}, perhaps to log in. Set ${writtenIn} to an address that leads to the API itself.`
  }
  const { pathname } = new URL(url)
  return pathname !== '/'
    ? `${answer} Every request goes below the path \`${pathname}\` of ${writtenIn}. Leave the path out, unless a proxy serves the API below the path.`
    : `${answer} Set ${writtenIn} to the address of the API.`
}

const whyDistrusted = ({ url, writtenIn, authorities }: Address, error: NodeJS.ErrnoException): string => {
  const { code } = error
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const { hostname } = new URL(url)
    const { cert } = error as { cert?: { subjectaltname?: string } }
    const names = cert?.subjectaltname?.replaceAll(/(DNS|IP Address):/g, '') ?? 'another host'
    return `The certificate of ${url} is not for the host \`${hostname}\` but for ${names}. Set ${writtenIn} to a host that the certificate names, or give the server a certificate that names \`${hostname}\`.`
  }
  if (code === 'CERT_HAS_EXPIRED')
    return `The certificate of ${url} has expired. Renew the certificate on the server.`
  if (code === 'CERT_NOT_YET_VALID') {
    return `The certificate of ${url} is not valid yet. Compare the clocks of this machine and the server.`
  }
  return authorities
    ? `The certificate of ${url} is not signed by an authority in \`${authorities.file}\` (${code}). Set ${authorities.writtenIn} to a file with the certificate of the authority that signed the server's certificate.`
    : `The certificate of ${url} is not signed by a public authority (${code}). Set \`ca_file\` of the provider block, or POLDER_CA_FILE, to a file with the certificate of the authority that signed the server's certificate.`
}
