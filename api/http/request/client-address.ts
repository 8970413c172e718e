// Finds the address that a client is counted under: that of the connection, or the one that trusted proxies saw.
import type { IncomingMessage } from 'node:http'
import { type BlockList, isIP, isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'

const { IPv6 } = ipaddr

type Incoming = Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string } }

/** IPv4 that IPv6 carries is IPv4; zones and ports go. Undefined where it is no address. */
const addressOf = (text: string): string | undefined => {
  const bare = text.trim().replace(/^\[(.*)\](?::\d+)?$/, '$1')
  const [address = ''] = (/^[\d.]+:\d+$/.test(bare) ? bare.slice(0, bare.indexOf(':')) : bare).split('%')
  const carried = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  return isIP(carried) ? carried : undefined
}

/** RFC 7239: the `for` of each hop, nearest last; obscured ones are no address. */
const forwardedFor = (header: string) =>
  header.split(',').map((hop) => /(?:^|;)\s*for="?([^";,]+)"?/i.exec(hop)?.[1] ?? '')

/** The hop nearest to us that no trusted proxy is; a hop that is no address ends the search. */
const nearest = (trusted: BlockList, peer: string, hops: readonly string[]): string => {
  let client = peer
  for (const hop of hops.toReversed()) {
    if (!trusted.check(client, isIPv6(client) ? 'ipv6' : 'ipv4')) break
    const address = addressOf(hop)
    if (address === undefined) break
    client = address
  }
  return client
}

/** A client of IPv6 has at least a /64 to choose from, so that the /64 is counted. */
const counted = (address: string): string =>
  isIPv6(address) ? `${IPv6.networkAddressFromCIDR(`${address}/64`)}/64` : address

/** Where both headers are there and disagree, one of them may be the client's own: the proxy itself is counted. */
export const clientAddress = (trusted: BlockList, { socket, headers }: Incoming): string => {
  const peer = addressOf(socket.remoteAddress ?? '')
  if (peer === undefined) return 'unknown'
  const told = [
    headers['x-forwarded-for']?.toString().split(','),
    headers.forwarded === undefined ? undefined : forwardedFor(headers.forwarded),
  ]
  const [client = peer, other = client] = told
    .filter((hops) => hops !== undefined)
    .map((hops) => nearest(trusted, peer, hops))
  return counted(client === other ? client : peer)
}
