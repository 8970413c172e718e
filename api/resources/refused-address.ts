// Says which IP addresses no registered cluster may have, and why.
import { BlockList, isIPv6 } from 'node:net'
import { metadata4, metadata6 } from './metadata-services.ts'
import { translatedAddresses } from './translated-addresses.ts'

const listOf = (cidrs: readonly string[]) => {
  const list = new BlockList()
  for (const cidr of cidrs) {
    const [net = '', prefix] = cidr.split('/')
    list.addSubnet(net, Number(prefix), isIPv6(net) ? 'ipv6' : 'ipv4')
  }
  return list
}

const loopback = listOf(['127.0.0.0/8', '::1/128'])

/** The first that holds an address is said of it. */
const never = (
  [
    [[...metadata4, ...metadata6], 'is link-local or the address of a cloud metadata service'],
    [['0.0.0.0/8', '::/128'], 'is the address of no machine'],
    [['192.0.0.0/24'], 'is reserved for protocols of the Internet (RFC 6890)'],
    [['fec0::/10'], 'is site-local, which IPv6 no longer has (RFC 3879)'],
    [['224.0.0.0/4', 'ff00::/8'], 'is a multicast address'],
    [['255.255.255.255/32'], 'is the broadcast address'],
    [['240.0.0.0/4'], 'is reserved (RFC 1112)'],
  ] as const
).map(([cidrs, what]) => ({ list: listOf(cidrs), what }))

const instead = "Give the address of the cluster's API server."
const allowing =
  'If the cluster is on that machine too, start Polder with POLDER_ALLOW_LOOPBACK_CLUSTERS=true; otherwise give an address at which Polder can reach the cluster.'

/** What a host on the machine that Polder runs on is told. */
export const thisMachine = (named: string) => `${named} is the machine that Polder runs on. ${allowing}`

/**
 * A sentence for people, or nothing where a cluster may be. `named` is how they know the address. An address that
 * stands for others is refused with any of them.
 */
export const refusedAddress = (address: string, allowLoopback: boolean, named = `\`${address}\``) => {
  // A zone names an interface, and changes nothing about the address.
  const [plain = ''] = address.split('%')
  const isOn = (list: BlockList, one: string) => list.check(one, isIPv6(one) ? 'ipv6' : 'ipv4')
  for (const one of [plain, ...translatedAddresses(plain)]) {
    const called = one === plain ? named : `${named} stands for ${one}, which`
    if (isOn(loopback, one)) {
      if (!allowLoopback) return thisMachine(called)
      continue
    }
    const reason = never.find(({ list }) => isOn(list, one))
    if (reason) return `${called} ${reason.what}: no cluster is there. ${instead}`
  }
}
