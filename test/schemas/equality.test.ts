// When two values are the same one, and how they are stored.
import { expect } from 'chai'
import { checkCreate } from '../../schemas/check.ts'
import { canonical, normalized, same } from '../../schemas/equality.ts'
import { resourceNamed } from '../../schemas/index.ts'
import { quantity } from '../../schemas/vocabulary.ts'

const shapeOf = (noun: string, attribute: string) => resourceNamed(noun).attributes[attribute]!.shape

describe('Quantities', () => {
  it('are equal by value, whatever their suffix', () => {
    for (const [one, other] of [
      ['1000m', '1'],
      ['1', '1.000'],
      ['+1', '01'],
      ['1Ki', '1024'],
      ['1.5Gi', '1536Mi'],
      ['1k', '1e3'],
      ['1E', '1e18'],
      ['5e-1', '500m'],
      ['.5', '0.5'],
      ['0', '0Ei'],
    ] as const)
      expect(same(quantity(), one, other), `${one} and ${other}`).to.equal(true)
  })

  it('differ however close they are', () => {
    for (const [one, other] of [
      ['1', '1m'],
      ['1G', '1Gi'],
      ['1M', '1m'],
      ['9007199254740993', '9007199254740992'],
      ['0.000000001', '0'],
    ] as const)
      expect(same(quantity(), one, other), `${one} and ${other}`).to.equal(false)
  })

  it('become plain decimals', () => {
    expect(['1500m', '1.5Ki', '10', '0.10', '1e-9'].map((it) => canonical(quantity(), it))).to.deep.equal([
      '1.5',
      '1536',
      '10',
      '0.1',
      '0.000000001',
    ])
  })

  it('are refused in any other spelling, below zero, too fine or too large', () => {
    for (const cpu of [
      '',
      '-1',
      '1 ',
      '1,5',
      '1K',
      '1ki',
      '0x10',
      'e3',
      '1e',
      '1e999',
      '1e-10',
      '8Ei',
      'm',
      '.',
      '1n',
      'NaN',
      '0'.repeat(65),
    ])
      expect(
        checkCreate(resourceNamed('org_quota'), { scope: 'member', limits: { cpu } }).map(
          ({ attribute }) => attribute,
        ),
        cpu,
      ).to.deep.equal(['limits.cpu'])
  })
})

describe('Equality', () => {
  it('ignores the order of sets and the case of e-mail addresses', () => {
    expect(same(shapeOf('organization', 'allowed_regions'), ['eu', 'us'], ['us', 'eu'])).to.equal(true)
    expect(same(shapeOf('user', 'email'), 'Ada@Example.com', 'ada@example.COM')).to.equal(true)
    expect(same(shapeOf('user', 'name'), 'Ada', 'ada')).to.equal(false)
  })

  it('looks into objects: null is absent, and limits are equal by value', () => {
    const limits = shapeOf('org_quota', 'limits')
    expect(same(limits, { cpu: '1', gpu: null }, { cpu: '1000m' })).to.equal(true)
    expect(same(limits, { cpu: '1', workspaces: 0 }, { cpu: '1' })).to.equal(false)
  })

  it('tells an element moved between keys from one that stayed', () => {
    const labels = shapeOf('organization', 'labels')
    expect(same(labels, { a: '1', b: '2' }, { b: '2', a: '1' })).to.equal(true)
    expect(same(labels, { a: '1', b: '2' }, { a: '2', b: '1' })).to.equal(false)
    expect(same(labels, {}, null)).to.equal(false)
  })

  it('knows the other spelling of a built-in role', () => {
    const roles = shapeOf('org_membership', 'roles')
    expect(same(roles, ['organization-admin', 'x'], ['x', 'organization_manager'])).to.equal(true)
  })
})

describe('What is stored', () => {
  it('has sorted sets and lower-case addresses, and quantities as they were written', () => {
    expect(normalized(shapeOf('organization', 'allowed_regions'), ['us', 'eu'])).to.deep.equal(['eu', 'us'])
    expect(normalized(shapeOf('user', 'email'), 'Ada@Example.com')).to.equal('ada@example.com')
    expect(normalized(shapeOf('org_quota', 'limits'), { cpu: '1000m' })).to.deep.equal({ cpu: '1000m' })
  })

  it('keeps a key that is called like a part of every object', () => {
    const labels = JSON.parse('{"constructor":"x","__proto__":"y"}')
    expect(JSON.stringify(normalized(shapeOf('organization', 'labels'), labels))).to.equal(
      '{"constructor":"x","__proto__":"y"}',
    )
  })
})
