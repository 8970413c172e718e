// Networks in CIDR notation: which texts are one, and which network holds which.
import { expect } from 'chai'
import { isWithin, readCidr } from '../../schemas/cidr.ts'

describe('a network in CIDR notation', () => {
  for (const text of [
    '10.0.0.0/8',
    '0.0.0.0/0',
    '203.0.113.7/32',
    '::/0',
    '2001:db8::/32',
    'fd00:ec2::254/128',
  ])
    it(`is ${text}`, () => expect(readCidr(text)).not.to.equal(undefined))

  const others: Record<string, string[]> = {
    'with bits behind the prefix': ['10.0.0.1/8', '2001:db8::1/32'],
    'in another spelling': ['010.0.0.0/8', '10.0.0.0/08', '2001:0db8::/32', '2001:DB8::/32', '10.0.0.0/ 8'],
    'that is cut short, or goes on': [
      '10.0.0/8',
      '10.0.0.0',
      '10.0.0.0/',
      '/8',
      '10.0.0.0.0/8',
      '1::2::/8',
      ':/8',
    ],
    'with numbers that are too large': ['10.0.0.256/32', '10.0.0.0/33', '2001:db8::/129', '12345::/16'],
    'that is a word or an interface': ['face/8', 'fe80::%eth0/64', '::ffff:10.0.0.0/104', ''],
  }
  for (const [what, texts] of Object.entries(others))
    it(`is nothing ${what}`, () => {
      expect(texts.filter((it) => readCidr(it) !== undefined)).to.deep.equal([])
    })

  it('is within one that is larger, of the same family', () => {
    const within = (inner: string, outer: string) => isWithin(readCidr(inner)!, readCidr(outer)!)
    expect(within('10.1.0.0/16', '10.0.0.0/8')).to.equal(true)
    expect(within('10.0.0.0/8', '0.0.0.0/0')).to.equal(true)
    expect(within('fd00:ec2::254/128', 'fd00::/8')).to.equal(true)
    for (const [inner, outer] of [
      ['10.0.0.0/8', '10.0.0.0/8'],
      ['10.0.0.0/8', '10.1.0.0/16'],
      ['11.0.0.0/16', '10.0.0.0/8'],
      ['10.0.0.0/8', '::/0'],
      ['::/1', '0.0.0.0/0'],
    ] as const)
      expect(within(inner, outer), `${inner} in ${outer}`).to.equal(false)
  })
})
