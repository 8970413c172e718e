// The network policies of an organization, as declared. No test cluster has a network that enforces them.
import { expect } from 'chai'
import { objectNamed, tenancy } from '../../../support/cluster/tenancy.ts'

describe('the network policies of an organization', () => {
  it('deny all traffic but DNS, the control plane, and addresses that are no metadata service, of IPv4 and IPv6 alike', () => {
    expect(objectNamed(tenancy, 'polder-deny').spec).to.deep.equal({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    })
    const { ingress, egress } = objectNamed(tenancy, 'polder-allow').spec
    expect(JSON.stringify(ingress)).to.contain('polder.dev/control-plane')
    expect(egress).to.deep.equal([
      {
        ports: [
          { port: 53, protocol: 'UDP' },
          { port: 53, protocol: 'TCP' },
        ],
      },
      {
        to: [
          {
            ipBlock: {
              cidr: '0.0.0.0/0',
              except: ['169.254.0.0/16', '100.100.100.200/32', '168.63.129.16/32', '192.0.0.192/32'],
            },
          },
          {
            ipBlock: {
              cidr: '::/0',
              except: [
                'fe80::/10',
                'fd00:ec2::/32',
                'fd20:ce::254/128',
                'fd00:c1::a9fe:a9fe/128',
                'fd00:42::42/128',
                'fd00:a9fe:a9fe::1/128',
              ],
            },
          },
        ],
      },
    ])
  })
})
