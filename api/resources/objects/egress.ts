// Which addresses the pods of an organization may reach, as peers of a network policy.
import { type Cidr, isWithin, readCidr } from '../../../schemas/cidr.ts'
import { metadata4, metadata6 } from '../metadata-services.ts'
import { nat64, private4, public6, tunnels6 } from '../private-networks.ts'
import type { ProviderSettings } from './object.ts'

type Network = { readonly cidr: string; readonly read: Cidr }

const network = (cidr: string): Network => ({ cidr, read: readCidr(cidr)! })
const within = (inner: Network, outer: Network) => isWithin(inner.read, outer.read)

/** A network of IPv4 as those see it who reach IPv4 through a translator. */
const translated = (cidr: string) => {
  const [address = '', prefix] = cidr.split('/')
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
  const groups = [a * 256 + b, c * 256 + d].map((it) => it.toString(16)).join(':')
  const { hostname } = new URL(`http://[${nat64.split('::')[0]}::${groups}]`)
  return `${hostname.slice(1, -1)}/${96 + Number(prefix)}`
}

const services = [...metadata4, ...metadata6, ...metadata4.map(translated)].map(network)
const secluded = [...[...private4, ...private4.map(translated), ...tunnels6].map(network), ...services]

/** The network but for those of the others that are inside of it; Kubernetes takes no exception from elsewhere. */
const block = (cidr: string, others: readonly Network[]) => {
  const outer = network(cidr)
  const inside = others.filter((it) => within(it, outer))
  const except = inside.filter((it) => !inside.some((other) => within(it, other))).map(({ cidr }) => cidr)
  return { ipBlock: { cidr, ...(except.length > 0 && { except }) } }
}

// Worked out once: they are in the policy of every organization.
const internet = ['0.0.0.0/0', public6, nat64].map((it) => block(it, secluded))
const everywhere = ['0.0.0.0/0', '::/0'].map((it) => block(it, services))

/**
 * Metadata services hand out the credentials of the node. They stay out of reach, unless a listed network is one of
 * theirs itself.
 */
export const reachable = ({ egress, egress_cidrs }: ProviderSettings) => {
  if (egress === 'internet') return internet
  return egress === 'all' ? everywhere : egress_cidrs.map((it) => block(it, services))
}
