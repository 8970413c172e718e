// Which addresses a registered cluster may have: the one that is connected to is the one that was checked.
import { type LookupAddress, lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { refusedAddress } from '../../../resources/refused-address.ts'
import { stalled } from '../errors.ts'

/** Throws what `refusedAddress` says, naming the host that led there. */
const refuseAddress = (host: string, address: string, allowLoopback: boolean) => {
  const named = host === address ? `\`${host}\`` : `\`${host}\` has the address ${address}, which`
  const refusal = refusedAddress(address, allowLoopback, named)
  if (refusal) throw stalled('AddressRefused', refusal)
}

/** Answers all addresses of a name, as `dns.lookup` does. */
type Resolve = (
  host: string,
  options: { all: true },
  callback: (error: Error | null, addresses: LookupAddress[]) => void,
) => void

/**
 * Resolves names for one connection, so that no later answer of the resolver is used unchecked. A name with
 * any refused address is refused. Literal addresses are never looked up: refuse them before connecting.
 */
export const checkedLookup =
  (allowLoopback: boolean, resolve: Resolve = lookup): LookupFunction =>
  (host, options, callback) =>
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, [])
      try {
        for (const { address } of addresses) refuseAddress(host, address, allowLoopback)
      } catch (refusal) {
        return callback(refusal as Error, [])
      }
      const [first] = addresses
      if (options.all || !first) return callback(null, addresses)
      callback(null, first.address, first.family)
    })

/** Refuses a literal address in a URL at once. */
export const refuseLiteral = (server: URL, allowLoopback: boolean) => {
  const host = server.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host)) refuseAddress(host, host, allowLoopback)
}
