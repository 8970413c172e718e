// States as Terraform stores them.
import { expect } from 'chai'
import { parseNumber } from '../../../terraform-bridge/protocol/number.ts'
import { parseStateJson } from '../../../terraform-bridge/protocol/state-json.ts'
import { type CtyType, Decimal, Dynamic } from '../../../terraform-bridge/protocol/value.ts'

describe('State JSON', () => {
  it('keeps every digit of every number', () => {
    const text =
      '[1, -0, 9007199254740993, 123456789012345678901234567890, 0.1, 0.10000000000000000001, 2.50, 1e3]'
    expect(parseStateJson(text, ['list', 'number'])).to.deep.equal([
      1,
      0,
      9007199254740993n,
      123456789012345678901234567890n,
      0.1,
      new Decimal('0.10000000000000000001'),
      2.5,
      1000,
    ])
  })

  it('reads every kind of collection', () => {
    const type: CtyType = [
      'object',
      {
        list: ['list', ['object', { name: 'string' }]],
        set: ['set', 'number'],
        map: ['map', 'bool'],
        tuple: ['tuple', ['string', 'number']],
        any: 'dynamic',
      },
    ]
    const text = JSON.stringify({
      list: [{ name: 'a' }, { name: null }],
      set: [1],
      map: { 'a.b': true },
      tuple: ['x', 2],
      any: { type: ['list', 'string'], value: ['y'] },
    })
    expect(parseStateJson(text, type)).to.deep.equal({
      list: [{ name: 'a' }, { name: null }],
      set: [1],
      map: { 'a.b': true },
      tuple: ['x', 2],
      any: new Dynamic(['list', 'string'], ['y']),
    })
  })

  it('tells null from empty', () => {
    const type: CtyType = ['object', { a: 'string', b: ['list', 'string'], c: ['map', 'string'] }]
    expect(parseStateJson('{"a":"","b":[],"c":{}}', type)).to.deep.equal({ a: '', b: [], c: {} })
    expect(parseStateJson('{"a":null,"b":null,"c":null}', type)).to.deep.equal({ a: null, b: null, c: null })
    expect(parseStateJson('null', type)).to.equal(null)
  })

  it('reads a state of an earlier schema: what is new is null, what is gone is dropped', () => {
    expect(
      parseStateJson('{"kept":"x","gone":1}', ['object', { kept: 'string', fresh: 'number' }]),
    ).to.deep.equal({
      kept: 'x',
      fresh: null,
    })
  })

  it('keeps a map key that JavaScript gives a meaning of its own', () => {
    const value = parseStateJson('{"__proto__":"a"}', ['map', 'string'])
    expect(Object.entries(value as object)).to.deep.equal([['__proto__', 'a']])
  })

  it('finds no attribute in what every JavaScript object inherits', () => {
    const type = JSON.parse('["object",{"constructor":"string"}]') as CtyType
    expect(Object.entries(parseStateJson('{}', type) as object)).to.deep.equal([['constructor', null]])
  })

  it('says where a state does not fit the type, without repeating its value', () => {
    const type: CtyType = ['object', { list: ['list', ['object', { name: 'string' }]] }]
    expect(() => parseStateJson('{"list":[{"name":12345}]}', type)).to.throw(
      /^the state's list\.0\.name does not fit the type string$/,
    )
    expect(() => parseStateJson('[]', type)).to.throw("the state's value does not fit the type object")
  })
})

describe('Decimal text', () => {
  for (const [text, number] of [
    ['0', 0],
    ['-0', 0],
    ['-0.0', 0],
    ['007', 7],
    ['1.0', 1],
    ['1.50', 1.5],
    ['1e2', 100],
    ['1.25E+1', 12.5],
    ['25e-1', 2.5],
    ['-1e-3', -0.001],
    ['1e21', 10n ** 21n],
    ['0.99999999999999999999', new Decimal('0.99999999999999999999')],
    ['1e-7', 1e-7],
  ] as const) {
    it(`${text} is ${typeof number} ${number}`, () => {
      expect(parseNumber(text)).to.deep.equal(number)
    })
  }

  for (const text of ['', '.', '1.2.3', 'x', '0x10', '1e', ' 1', 'NaN']) {
    it(`${JSON.stringify(text)} is no number`, () => {
      expect(() => parseNumber(text)).to.throw('not a decimal number')
    })
  }

  it('is refused where its exponent would fill the memory', () => {
    expect(() => parseNumber('1e999999999')).to.throw('number out of range')
    expect(() => parseNumber('1e-999999999')).to.throw('number out of range')
  })
})
