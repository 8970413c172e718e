// Where a registered cluster may be: how its address is compared, and which addresses are refused.
import { BlockList, isIP } from 'node:net'

const listOf = (...subnets: [string, number][]) => {
  const list = new BlockList()
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, isIP(net) === 6 ? 'ipv6' : 'ipv4')
  return list
}

/** Metadata services hand out the credentials of the machine that asks. */
const never = listOf(
  ['0.0.0.0', 8],
  ['100.100.100.200', 32],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['224.0.0.0', 4],
  ['::', 128],
  ['fe80::', 10],
  ['fd00:ec2::', 32],
  ['ff00::', 8],
)
const loopback = listOf(['127.0.0.0', 8], ['::1', 128])
const metadata = /^(metadata|instance-data)(\.|$)/
const local = /(^|\.)localhost$/

/** Why no cluster may be at an IP address, `named` as people know it. */
export const refusedAddress = (address: string, allowLoopback: boolean, named = address) => {
  const isOn = (list: BlockList) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  if (isOn(never)) return reserved(named)
  if (!allowLoopback && isOn(loopback)) return thisMachine(named)
}

const reserved = (named: string) => `No cluster is at ${named}: the address is link-local or reserved.`
const thisMachine = (named: string) =>
  `${named} is the machine that Polder runs on. Give an address at which Polder reaches the cluster; if it is on that machine, start Polder with POLDER_ALLOW_LOOPBACK_CLUSTERS=true.`

const hostOf = (server: string) =>
  new URL(server).hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')

/** `host:port`; two spellings of one address are one. */
export const normalizedServer = (server: string): string => {
  const host = hostOf(server)
  return `${isIP(host) === 6 ? `[${host}]` : host}:${new URL(server).port || '443'}`
}

/** Why no cluster may be there; names are judged again when they have been resolved. */
export const refusedServer = (server: string, { allowLoopback }: { allowLoopback: boolean }) => {
  if (!URL.canParse(server)) return 'Give an address such as `https://cluster.example.com:6443`.'
  const host = hostOf(server)
  if (isIP(host)) return refusedAddress(host, allowLoopback)
  if (metadata.test(host)) return reserved(host)
  if (!allowLoopback && local.test(host)) return thisMachine(host)
}
