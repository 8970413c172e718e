// The network policies of an organization, as declared. No test cluster has a network that would enforce them.
import { BlockList, isIPv6 } from 'node:net'
import { expect } from 'chai'
import type { ProviderSettings } from '../../../../api/resources/objects/object.ts'
import { isWithin, readCidr } from '../../../../schemas/cidr.ts'
import { objectNamed, tenancy, tenancyWith } from '../../../support/cluster/tenancy.ts'

type Block = { ipBlock: { cidr: string; except?: string[] } }
type Allowed = { ingress: unknown; egress: [{ ports: unknown }, { to: Block[] }] }

const allowed = (it = tenancy) => objectNamed(it, 'polder-allow').spec as unknown as Allowed
const blocksOf = (settings: Partial<ProviderSettings>) => allowed(tenancyWith(settings)).egress[1].to

const isIn = (address: string, cidr: string) => {
  const [network = '', prefix] = cidr.split('/')
  const list = new BlockList()
  const family = isIPv6(network) ? 'ipv6' : 'ipv4'
  list.addSubnet(network, Number(prefix), family)
  return (isIPv6(address) ? 'ipv6' : 'ipv4') === family && list.check(address, family)
}
/** As a network reads the policy: one block holds the address, and no exception of that block. */
const reached = (settings: Partial<ProviderSettings>, addresses: readonly string[]) =>
  addresses.filter((address) =>
    blocksOf(settings).some(
      ({ ipBlock: { cidr, except = [] } }) => isIn(address, cidr) && !except.some((it) => isIn(address, it)),
    ),
  )

const open = ['1.1.1.1', '100.63.255.255', '172.32.0.1', '223.255.255.255', '2606:4700:4700::1111']
const translated = ['64:ff9b::101:101']
const secluded = {
  'this machine': ['0.0.0.1', '127.0.0.1', '::1', '::ffff:10.0.0.1'],
  'RFC 1918': ['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1'],
  'carriers, RFC 6598': ['100.64.0.1', '100.127.255.255'],
  'link-local addresses': ['169.254.0.1', '169.254.20.10', 'fe80::1'],
  'unique local addresses, RFC 4193': ['fc00::1', 'fd12:3456:789a::1'],
  'what is reserved, and multicast': [
    '192.0.0.8',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    'ff02::1',
    'fec0::1',
  ],
  'private IPv4 behind a translator or a tunnel': [
    '64:ff9b::a00:1',
    '64:ff9b::c0a8:1',
    '2002:a00:1::1',
    '2001::1',
  ],
}
const metadata = [
  '169.254.169.254',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  'fd00:ec2::254',
  'fd20:ce::254',
  'fd00:c1::a9fe:a9fe',
  'fd00:42::42',
  '64:ff9b::a9fe:a9fe',
]

describe('S35 the network policies of an organization', () => {
  it('deny what none of them allows, in both directions', () => {
    expect(objectNamed(tenancy, 'polder-deny').spec).to.deep.equal({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    })
  })

  it('let the control plane in, and DNS out', () => {
    const { ingress, egress } = allowed()
    expect(JSON.stringify(ingress)).to.contain('polder.dev/control-plane')
    expect(egress[0]).to.deep.equal({
      ports: [
        { port: 53, protocol: 'UDP' },
        { port: 53, protocol: 'TCP' },
      ],
    })
  })

  it('reach public addresses with the egress `internet`, of IPv6 and behind a translator too', () => {
    const addresses = [...open, ...translated]
    expect(reached({ egress: 'internet' }, addresses)).to.deep.equal(addresses)
  })

  for (const [what, addresses] of Object.entries(secluded))
    it(`reach nothing of ${what} with the egress \`internet\``, () => {
      expect(reached({ egress: 'internet' }, addresses)).to.deep.equal([])
    })

  it('reach private addresses too with the egress `all`', () => {
    const addresses = [...open, '10.0.0.1', '192.168.0.1', '100.64.0.1', 'fd12:3456:789a::1']
    expect(reached({ egress: 'all' }, addresses)).to.deep.equal(addresses)
  })

  for (const egress of ['internet', 'all'] as const)
    it(`reach no metadata service with the egress \`${egress}\``, () => {
      expect(reached({ egress }, metadata)).to.deep.equal([])
    })

  it('reach the listed networks alone with the egress `cidrs`, and of these no metadata service', () => {
    const listed = { egress: 'cidrs', egress_cidrs: ['10.1.0.0/16', '169.254.0.0/15', 'fd00::/8'] } as const
    const addresses = ['10.1.2.3', '169.255.0.1', 'fd12::1']
    const others = ['10.2.0.1', '1.1.1.1', '2606:4700:4700::1111']
    expect(reached(listed, [...addresses, ...others, ...metadata])).to.deep.equal(addresses)
  })

  it('reach a metadata service that is listed itself', () => {
    const listed = { egress: 'cidrs', egress_cidrs: ['0.0.0.0/0', '169.254.169.254/32'] } as const
    expect(reached(listed, metadata)).to.deep.equal(['169.254.169.254'])
  })

  it('have exceptions as Kubernetes takes them: each inside of its network, and none inside of another', () => {
    const lists = [['internet'], ['all'], ['cidrs', '0.0.0.0/0', '::/0', 'fd00::/8']] as const
    for (const [egress, ...egress_cidrs] of lists)
      for (const { ipBlock: block } of blocksOf({ egress, egress_cidrs })) {
        const except = (block.except ?? []).map((it) => readCidr(it)!)
        expect(except).not.to.include(undefined)
        for (const one of except) {
          expect(isWithin(one, readCidr(block.cidr)!)).to.equal(true)
          expect(except.some((it) => isWithin(one, it))).to.equal(false)
        }
      }
  })
})
