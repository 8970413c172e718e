// Unknown values on the wire: MessagePack extensions, of which type 12 carries what is promised of the value.
import { Reader } from './msgpack-reader.ts'
import { Writer } from './msgpack-writer.ts'
import { type Refinements, UNKNOWN, Unknown } from './value.ts'

const REFINED = 12
const keys = { notNull: 1, prefix: 2, min: 3, max: 4, minLength: 5, maxLength: 6 }

/** Any extension means unknown; refinements of a later protocol are passed over. */
export const readUnknown = (extension: { type: number; bytes: Buffer }): Unknown => {
  if (extension.type !== REFINED) return UNKNOWN
  const from = new Reader(extension.bytes)
  const refinements: Refinements = {}
  for (let left = from.map(); left > 0; left--) {
    const key = from.number()
    if (key === keys.notNull) refinements.notNull = !from.boolean()
    else if (key === keys.prefix) refinements.prefix = from.text()
    else if (key === keys.min) refinements.min = readBound(from)
    else if (key === keys.max) refinements.max = readBound(from)
    else if (key === keys.minLength) refinements.minLength = Number(from.number())
    else if (key === keys.maxLength) refinements.maxLength = Number(from.number())
    else break
  }
  return new Unknown(refinements)
}

export const writeUnknown = (to: Writer, { refinements }: Unknown): void => {
  const body = new Writer()
  let count = 0
  const entry = (key: number, write: () => void): void => {
    count++
    body.number(key)
    write()
  }
  const { notNull, prefix, min, max, minLength, maxLength } = refinements
  // The wire asks whether null is possible, so "not null" is written as false.
  if (notNull) entry(keys.notNull, () => body.boolean(false))
  if (prefix) entry(keys.prefix, () => body.text(prefix))
  if (min) entry(keys.min, () => writeBound(body, min))
  if (max) entry(keys.max, () => writeBound(body, max))
  if (minLength !== undefined) entry(keys.minLength, () => body.number(minLength))
  if (maxLength !== undefined) entry(keys.maxLength, () => body.number(maxLength))
  if (count === 0) {
    to.extension(0, new Uint8Array(1))
    return
  }
  const whole = new Writer()
  whole.map(count)
  whole.raw(body.written())
  to.extension(REFINED, whole.written())
}

type Bound = NonNullable<Refinements['min']>

const readBound = (from: Reader): Bound => {
  from.array()
  return [from.number(), from.boolean()]
}

const writeBound = (to: Writer, [limit, inclusive]: Bound): void => {
  to.array(2)
  to.number(limit)
  to.boolean(inclusive)
}
