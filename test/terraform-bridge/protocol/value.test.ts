// Which values are known, and to which degree.
import { expect } from 'chai'
import {
  Decimal,
  Dynamic,
  isEntries,
  isUnknown,
  UNKNOWN,
  Unknown,
  type Value,
  whollyKnown,
} from '../../../terraform-bridge/protocol/value.ts'

const known: Value[] = [null, '', 0, false, 10n ** 30n, new Decimal('0.1'), [], {}, [{ a: [null] }]]
const unknown: Value[] = [UNKNOWN, new Unknown({ notNull: true }), new Dynamic('string', UNKNOWN)]

describe('Value', () => {
  it('is wholly known when nothing in it is unknown', () => {
    for (const value of [...known, new Dynamic(['list', 'string'], ['x'])])
      expect(whollyKnown(value)).to.equal(true)
  })

  it('is not wholly known when anything in it is unknown, however deep', () => {
    for (const part of unknown) {
      for (const value of [part, [part], { a: part }, { a: [1, { b: [part] }] }]) {
        expect(whollyKnown(value)).to.equal(false)
      }
    }
  })

  it('is unknown itself, not for what is in it', () => {
    expect(isUnknown(UNKNOWN)).to.equal(true)
    expect(isUnknown(new Unknown({ prefix: 'x' }))).to.equal(true)
    for (const value of [...known, undefined, [UNKNOWN], { a: UNKNOWN }])
      expect(isUnknown(value)).to.equal(false)
  })

  it('has entries only when it is a map or an object', () => {
    expect(isEntries({})).to.equal(true)
    for (const value of [null, [], 'x', new Decimal('0.1'), ...unknown])
      expect(isEntries(value)).to.equal(false)
  })
})
