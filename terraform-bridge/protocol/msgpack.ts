// Encodes and decodes values as the MessagePack that Terraform speaks, led by the type: the bytes alone do not say what they are.
import { Reader } from './msgpack-reader.ts'
import { Writer } from './msgpack-writer.ts'
import { readUnknown, writeUnknown } from './refinements.ts'
import {
  type CtyType,
  Dynamic,
  type ElementsType,
  type Entries,
  type EntriesType,
  hasElements,
  hasEntries,
  isEntries,
  isNumeric,
  Unknown,
  type Value,
} from './value.ts'

// By hand, because every run of Terraform waits for it: @msgpack/msgpack 3.1 takes 5 ms to load, saves 1 µs per object,
// and its errors name no place in the value.

/** Errors name the place in the value. Attributes that an object lacks are written as null. */
export const encode = (value: Value, type: CtyType): Buffer => {
  const to = new Writer()
  write(to, value, type, '')
  return to.written()
}

/** No bytes at all are null, as protobuf's absent field. */
export const decode = (bytes: Uint8Array, type: CtyType): Value => {
  if (bytes.length === 0) return null
  const from = new Reader(bytes)
  const value = read(from, type)
  if (!from.done) throw new Error(`MessagePack goes on after the value, at byte ${from.position}`)
  return value
}

const read = (from: Reader, type: CtyType): Value => {
  if (from.nil()) return null
  const extension = from.extension()
  if (extension) return readUnknown(extension)
  if (type === 'string') return from.text()
  if (type === 'number') return from.number()
  if (type === 'bool') return from.boolean()
  if (type === 'dynamic') {
    from.array()
    const actual = JSON.parse(from.binary()) as CtyType
    return new Dynamic(actual, read(from, actual))
  }
  if (type[0] === 'map') return readEntries(from, () => type[1])
  if (type[0] === 'object') return readEntries(from, (name) => type[1][name])
  const elements: Value[] = []
  for (let left = from.array(); left > 0; left--) {
    elements.push(read(from, type[0] === 'tuple' ? type[1][elements.length]! : type[1]))
  }
  return elements
}

const readEntries = (from: Reader, typeOf: (name: string) => CtyType | undefined): Value => {
  const entries: Entries = {}
  for (let left = from.map(); left > 0; left--) {
    const name = from.text()
    const type = typeOf(name)
    if (type === undefined) throw new Error(`no attribute ${JSON.stringify(name)} in the schema`)
    const value = read(from, type)
    if (name === '__proto__') Object.defineProperty(entries, name, { value, enumerable: true })
    else entries[name] = value
  }
  return entries
}

const write = (to: Writer, value: Value | undefined, type: CtyType, place: string): void => {
  if (value === null || value === undefined) to.nil()
  else if (value instanceof Unknown) writeUnknown(to, value)
  else if (type === 'string' && typeof value === 'string') to.text(value)
  else if (type === 'bool' && typeof value === 'boolean') to.boolean(value)
  else if (type === 'number' && isNumeric(value)) to.number(value)
  else if (type === 'dynamic' && value instanceof Dynamic) writeDynamic(to, value, place)
  else if (hasElements(type) && Array.isArray(value)) writeElements(to, value, type, place)
  else if (hasEntries(type) && isEntries(value)) writeEntries(to, value, type, place)
  else throw misfit(type, place)
}

const misfit = (type: CtyType, place: string): Error => {
  const wanted = typeof type === 'string' ? type : type[0]
  return new Error(`${place.slice(1) || 'the value'} does not fit the type ${wanted}`)
}

const writeDynamic = (to: Writer, { type, value }: Dynamic, place: string): void => {
  to.array(2)
  to.binary(Buffer.from(JSON.stringify(type)))
  write(to, value, type, place)
}

const writeElements = (to: Writer, elements: Value[], type: ElementsType, place: string): void => {
  if (type[0] === 'tuple' && type[1].length !== elements.length) throw misfit(type, place)
  to.array(elements.length)
  elements.forEach((element, index) => {
    write(to, element, type[0] === 'tuple' ? type[1][index]! : type[1], `${place}.${index}`)
  })
}

const writeEntries = (to: Writer, entries: Entries, type: EntriesType, place: string): void => {
  const names = Object.keys(type[0] === 'object' ? type[1] : entries)
  to.map(names.length)
  for (const name of names) {
    to.text(name)
    write(to, entries[name], type[0] === 'object' ? type[1][name]! : type[1], `${place}.${name}`)
  }
}
