// Which addresses a registered cluster may have: the one that is connected to is the one that was checked.
import { lookup } from 'node:dns'
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net'
import { stalled } from './trouble.ts'

const blockList = (...subnets: [string, number][]) => {
  const list = new BlockList()
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, isIPv6(net) ? 'ipv6' : 'ipv4')
  return list
}
// Metadata services of clouds hand out the credentials of the machine that asks.
const never = blockList(
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['100.100.100.200', 32],
  ['224.0.0.0', 4],
  ['::', 128],
  ['fe80::', 10],
  ['fd00:ec2::', 32],
  ['ff00::', 8],
)
const loopback = blockList(['127.0.0.0', 8], ['::1', 128])

const isIn = (list: BlockList, address: string) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')

/** Link-local and metadata addresses never; loopback only where the operator allows it; private ones always. */
export const refuseAddress = (host: string, address: string, allowLoopback: boolean) => {
  if (isIn(never, address)) {
    throw stalled('AddressRefused', `${host} is ${address}: clusters are never at link-local addresses.`)
  }
  if (!allowLoopback && isIn(loopback, address)) {
    const why = 'POLDER_ALLOW_LOOPBACK_CLUSTERS does not allow clusters on loopback'
    throw stalled('AddressRefused', `${host} is ${address}, and ${why}.`)
  }
}

/**
 * Resolves names for one connection, so that no later answer of the resolver is used unchecked. A name with
 * any refused address is refused. Literal addresses are never looked up: refuse them before connecting.
 */
export const checkedLookup =
  (allowLoopback: boolean): LookupFunction =>
  (host, options, callback) =>
    lookup(host, { ...options, all: true }, (error, addresses) => {
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
  if (isIP(host)) refuseAddress(server.host, host, allowLoopback)
}
