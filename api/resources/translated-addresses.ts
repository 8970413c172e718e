// Finds the IPv4 addresses that an IPv6 address leads to through a translator or a tunnel.
import { isIPv6 } from 'node:net'

/** The eight groups of an IPv6 address in the spelling that a URL has. */
const groupsOf = (address: string) => {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const groups = (text: string | undefined) =>
    text ? text.split(':').map((it) => Number.parseInt(it, 16)) : []
  const [front, back] = [groups(head), groups(tail)]
  return [...front, ...Array<number>(8 - front.length - back.length).fill(0), ...back]
}

const dotted = (bytes: readonly number[]) => bytes.join('.')

/** None for an address that only IPv6 networks know, the loopback address among them. `address` has no zone. */
export const translatedAddresses = (address: string): string[] => {
  if (!isIPv6(address)) return []
  const groups = groupsOf(address)
  const bytes = groups.flatMap((it) => [it >> 8, it & 255])
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
