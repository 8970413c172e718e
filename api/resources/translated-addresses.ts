// Finds the IPv4 addresses that an IPv6 address leads to through a translator or a tunnel.
import { isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'

const dotted = (bytes: readonly number[]) => bytes.join('.')

/** None for an address that only IPv6 networks know, the loopback address among them. `address` has no zone. */
export const translatedAddresses = (address: string): string[] => {
  if (!isIPv6(address)) return []
  const read = ipaddr.IPv6.parse(address)
  const [groups, bytes] = [read.parts, read.toByteArray()]
  const isIn = (...prefix: number[]) => prefix.every((it, index) => groups[index] === it)
  const last = dotted(bytes.slice(12))
  // IPv4-compatible (RFC 4291, 2.5.5.1), IPv4-mapped (2.5.5.2), IPv4-translated (RFC 2765) and NAT64 (RFC 6052).
  if (isIn(0, 0, 0, 0, 0, 0)) return last === '0.0.0.1' ? [] : [last]
  if (isIn(0, 0, 0, 0, 0, 0xffff) || isIn(0, 0, 0, 0, 0xffff, 0) || isIn(0x64, 0xff9b, 0, 0, 0, 0))
    return [last]
  if (isIn(0x64, 0xff9b, 1)) return localNat64(bytes)
  if (isIn(0x2002)) return [dotted(bytes.slice(2, 6))]
  // ISATAP (RFC 5214), under any prefix.
  if ((groups[4]! & 0xfdff) === 0 && groups[5] === 0x5efe) return [last]
  // Teredo (RFC 4380): its server, and the client with every bit turned over.
  if (isIn(0x2001, 0)) return [dotted(bytes.slice(4, 8)), dotted(bytes.slice(12).map((it) => it ^ 255))]
  return []
}

// RFC 8215: the operator of the network chose the length of the prefix, and RFC 6052 (2.2) puts the address behind it,
// around the ninth byte. Zeros in front say that it is elsewhere.
const localNat64 = (bytes: readonly number[]) => {
  const behind = [6, 7, 8, 12].map((start) =>
    [...bytes.slice(start, 8), ...bytes.slice(Math.max(start, 9))].slice(0, 4),
  )
  const told = behind.filter(([first]) => first !== 0).map(dotted)
  return told.length > 0 ? told : ['0.0.0.0']
}
