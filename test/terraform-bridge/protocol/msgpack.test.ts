// Values on the wire, against bytes that go-cty 1.18 wrote, and back and forth.
import { expect } from 'chai'
import { decode, encode } from '../../../terraform-bridge/protocol/msgpack.ts'
import {
  type CtyType,
  Decimal,
  Dynamic,
  UNKNOWN,
  Unknown,
  type Value,
} from '../../../terraform-bridge/protocol/value.ts'

const everything: CtyType = [
  'object',
  {
    a: 'number',
    b: ['list', 'string'],
    c: ['map', 'bool'],
    d: ['set', 'number'],
    e: ['tuple', ['string', 'bool']],
    f: 'dynamic',
  },
]

const written: [hex: string, type: CtyType, value: Value][] = [
  ['00', 'number', 0],
  ['ff', 'number', -1],
  ['7f', 'number', 127],
  ['cc80', 'number', 128],
  ['cd0100', 'number', 256],
  ['e0', 'number', -32],
  ['d0df', 'number', -33],
  ['d1ff7f', 'number', -129],
  ['ce00010000', 'number', 65536],
  ['d2ffff7fff', 'number', -32769],
  ['cf0000000100000000', 'number', 4294967296],
  ['d3ffffffff7fffffff', 'number', -2147483649],
  ['cf001fffffffffffff', 'number', Number.MAX_SAFE_INTEGER],
  ['cf0020000000000001', 'number', 9007199254740993n],
  ['d3ffdfffffffffffff', 'number', -9007199254740993n],
  ['cf7fffffffffffffff', 'number', 2n ** 63n - 1n],
  ['d38000000000000000', 'number', -(2n ** 63n)],
  ['b339323233333732303336383534373735383038', 'number', 2n ** 63n],
  [
    'be313233343536373839303132333435363738393031323334353637383930',
    'number',
    123456789012345678901234567890n,
  ],
  ['cb3fe0000000000000', 'number', 0.5],
  ['cbbfd0000000000000', 'number', -0.25],
  ['a3302e31', 'number', 0.1],
  ['a6312e34323735', 'number', 1.4275],
  ['b4313233343536373839302e313233343536373839', 'number', new Decimal('1234567890.123456789')],
  ['cb3fb999999999999a', 'number', new Decimal('0.1000000000000000055511151231257827021181583404541015625')],
  ['a668c3a96c6c6f', 'string', 'héllo'],
  [`da012c${'61'.repeat(300)}`, 'string', 'a'.repeat(300)],
  ['c0', 'string', null],
  ['c0', everything, null],
  ['c3', 'bool', true],
  ['c2', 'bool', false],
  ['d40000', 'string', UNKNOWN],
  ['d40000', 'dynamic', UNKNOWN],
  ['c7030c8101c2', 'string', new Unknown({ notNull: true })],
  ['d70c8201c202a377732d', 'string', new Unknown({ notNull: true, prefix: 'ws-' })],
  ['c7050c81039201c2', 'number', new Unknown({ min: [1, false] })],
  [
    'c7130c8301c2039201c30492cb4004000000000000c3',
    'number',
    new Unknown({ notNull: true, min: [1, true], max: [2.5, true] }),
  ],
  [
    'c7090c8301c2050206cd012c',
    ['list', 'string'],
    new Unknown({ notNull: true, minLength: 2, maxLength: 300 }),
  ],
  [
    '86a16101a16292a178d40000a16381a16bc3a164920203a16592a174c0a16692c4115b226c697374222c22737472696e67225d91a364796e',
    everything,
    {
      a: 1,
      b: ['x', UNKNOWN],
      c: { k: true },
      d: [2, 3],
      e: ['t', null],
      f: new Dynamic(['list', 'string'], ['dyn']),
    },
  ],
]

const roundTrip = (value: Value, type: CtyType): Value => decode(encode(value, type), type)

describe('MessagePack', () => {
  for (const [hex, type, value] of written) {
    it(`reads and repeats ${hex.length > 40 ? `${hex.slice(0, 40)}…` : hex} as ${JSON.stringify(type)}`, () => {
      expect(decode(Buffer.from(hex, 'hex'), type)).to.deep.equal(value)
      expect(roundTrip(value, type)).to.deep.equal(value)
    })
  }

  it('keeps integers at the edges of every width', () => {
    for (let bits = 0n; bits <= 130n; bits++) {
      for (const near of [-2n, -1n, 0n, 1n, 2n]) {
        for (const sign of [1n, -1n]) {
          const integer = sign * (2n ** bits + near)
          const value = Number.isSafeInteger(Number(integer)) ? Number(integer) : integer
          expect(roundTrip(value, 'number')).to.equal(value)
          expect(roundTrip(integer, 'number')).to.equal(value)
        }
      }
    }
  })

  it('reads integers of every width, signed and unsigned', () => {
    for (const [code, bytes, signed] of [
      [0xcc, 1, false],
      [0xcd, 2, false],
      [0xce, 4, false],
      [0xd0, 1, true],
      [0xd1, 2, true],
      [0xd2, 4, true],
    ] as const) {
      const message = Buffer.alloc(1 + bytes, 0xff)
      message[0] = code
      expect(decode(message, 'number')).to.equal(signed ? -1 : 2 ** (8 * bytes) - 1)
    }
  })

  it('writes 0.1 as text, the only form that stays 0.1', () => {
    expect(encode(0.1, 'number').toString('hex')).to.equal('a3302e31')
  })

  it('keeps the text of decimals that a JavaScript number would round', () => {
    for (const text of ['0.30000000000000004441', '-12345678901234567890.5', `1.${'0'.repeat(90)}1`]) {
      expect(roundTrip(new Decimal(text), 'number')).to.deep.equal(new Decimal(text))
    }
  })

  it('keeps every fraction that a JavaScript number spells exactly', () => {
    for (let index = 1; index < 5000; index++) {
      const fraction = index / 1000 - 2
      expect(roundTrip(fraction, 'number')).to.equal(fraction)
    }
  })

  it('keeps large and small floats, without exponents on the wire', () => {
    expect(roundTrip(1e21, 'number')).to.equal(10n ** 21n)
    expect(encode(1.5e-7, 'number').toString()).to.contain('0.00000015')
    expect(roundTrip(1.5e-7, 'number')).to.equal(1.5e-7)
  })

  it('refuses numbers that Terraform does not have', () => {
    expect(() => encode(Number.NaN, 'number')).to.throw('NaN is not a number that Terraform knows')
    expect(() => encode(Number.POSITIVE_INFINITY, 'number')).to.throw('Infinity is not a number')
  })

  it('reads every extension as unknown, of whatever size and meaning', () => {
    for (const hex of [
      'd405ff',
      'd50001ff',
      'd6ff00000000',
      `d87f${'00'.repeat(16)}`,
      'c70000',
      'c8000101ff',
      'c90000000102ff',
    ]) {
      expect(decode(Buffer.from(hex, 'hex'), 'bool')).to.be.instanceOf(Unknown)
    }
  })

  it('passes over refinements of a later protocol', () => {
    const later = Buffer.from('c7060c8201c263a178', 'hex')
    expect(decode(later, 'string')).to.deep.equal(new Unknown({ notNull: true }))
  })

  it('writes every attribute of an object, null where the value lacks it, and none that the type lacks', () => {
    const type: CtyType = ['object', { a: 'string', b: 'number', c: ['list', 'string'] }]
    expect(roundTrip({ b: 1, stranger: true }, type)).to.deep.equal({ a: null, b: 1, c: null })
  })

  it('tells null, empty and unknown apart in every collection', () => {
    for (const type of [
      ['list', 'string'],
      ['set', 'string'],
      ['tuple', []],
    ] as const) {
      for (const value of [null, [], UNKNOWN]) expect(roundTrip(value, type)).to.deep.equal(value)
    }
    for (const type of [
      ['map', 'string'],
      ['object', {}],
    ] as const) {
      for (const value of [null, {}, UNKNOWN]) expect(roundTrip(value, type)).to.deep.equal(value)
    }
    for (const value of [null, '', UNKNOWN]) expect(roundTrip(value, 'string')).to.deep.equal(value)
  })

  it('keeps texts and collections of every size that has a form of its own', () => {
    for (const size of [0, 1, 15, 16, 31, 32, 255, 256, 65535, 65536]) {
      const text = 'é'.repeat(size)
      expect(roundTrip(text, 'string')).to.equal(text)
      const list = Array.from({ length: size }, (_, index) => index)
      expect(roundTrip(list, ['list', 'number'])).to.deep.equal(list)
      const map = Object.fromEntries(list.map((index) => [`key ${index}`, index]))
      expect(roundTrip(map, ['map', 'number'])).to.deep.equal(map)
    }
  })

  it('keeps refinements larger than the short forms of an extension', () => {
    const refined = new Unknown({ notNull: true, prefix: 'p'.repeat(300) })
    expect(roundTrip(refined, 'string')).to.deep.equal(refined)
  })

  it('keeps values nested hundreds deep', () => {
    let value: Value = 'bottom'
    let type: CtyType = 'string'
    for (let depth = 0; depth < 500; depth++) {
      value = depth % 2 === 0 ? [value] : { next: value }
      type = depth % 2 === 0 ? ['list', type] : ['object', { next: type }]
    }
    expect(roundTrip(value, type)).to.deep.equal(value)
  })

  it('keeps a map key that JavaScript gives a meaning of its own', () => {
    const value = JSON.parse('{"__proto__":"a","constructor":"b"}')
    const read = roundTrip(value, ['map', 'string'])
    expect(Object.entries(read as object)).to.deep.equal(Object.entries(value))
  })

  it('reads no bytes as null', () => {
    expect(decode(Buffer.alloc(0), everything)).to.equal(null)
  })

  it('says where a value does not fit its type, without repeating the value', () => {
    const type: CtyType = ['object', { list: ['list', ['object', { name: 'string' }]] }]
    const wrong = { list: [{ name: 'right' }, { name: 12345 }] }
    expect(() => encode(wrong, type)).to.throw(/^list\.1\.name does not fit the type string$/)
    expect(() => encode('x', ['list', 'string'])).to.throw('the value does not fit the type list')
    expect(() => encode([], ['map', 'string'])).to.throw('the value does not fit the type map')
    expect(() => encode('x', 'bool')).to.throw('does not fit the type bool')
    expect(() => encode('1', 'number')).to.throw('does not fit the type number')
    expect(() => encode('x', 'dynamic')).to.throw('does not fit the type dynamic')
    expect(() => encode(['a', 'b'], ['tuple', ['string']])).to.throw('does not fit the type tuple')
  })

  it('refuses bytes of another type, too few and too many', () => {
    expect(() => decode(Buffer.from('a161', 'hex'), 'bool')).to.throw(
      '0xa1 at byte 0 where a boolean belongs',
    )
    expect(() => decode(Buffer.from('c3', 'hex'), 'string')).to.throw('0xc3 at byte 0 where text belongs')
    expect(() => decode(Buffer.from('92a161', 'hex'), ['list', 'string'])).to.throw('ends at byte 3')
    expect(() => decode(Buffer.from('a56161', 'hex'), 'string')).to.throw(
      'ends at byte 3, byte 6 was announced',
    )
    expect(() => decode(Buffer.from('c3c3', 'hex'), 'bool')).to.throw('goes on after the value, at byte 1')
    expect(() => decode(Buffer.from('81a178c0', 'hex'), ['object', {}])).to.throw('no attribute "x"')
  })

  it('survives every prefix of a message with an error, never with a wrong value', () => {
    const [hex] = written.at(-1)!
    const whole = Buffer.from(hex, 'hex')
    for (let length = 1; length < whole.length; length++) {
      expect(() => decode(whole.subarray(0, length), everything)).to.throw('MessagePack ends')
    }
  })
})
