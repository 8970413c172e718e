// Reads MessagePack's primitives from a buffer, one after another; a wrong or cut-off byte is an error that says where.
import { exactInteger, fromFloat, parseNumber } from './number.ts'
import type { Numeric } from './value.ts'

const NIL = 0xc0

/** A family of MessagePack formats that carry a length: fix form (`base`, `mask`), then 8, 16 and 32 bit. */
interface Sized {
  readonly name: string
  readonly base: number
  readonly mask: number
  readonly codes: readonly [bits8: number, bits16: number, bits32: number]
}

const none = -1
const sized = {
  text: { name: 'text', base: 0xa0, mask: 0x1f, codes: [0xd9, 0xda, 0xdb] },
  array: { name: 'an array', base: 0x90, mask: 0x0f, codes: [none, 0xdc, 0xdd] },
  map: { name: 'a map', base: 0x80, mask: 0x0f, codes: [none, 0xde, 0xdf] },
  binary: { name: 'binary', base: none, mask: 0, codes: [0xc4, 0xc5, 0xc6] },
  extension: { name: 'an extension', base: none, mask: 0, codes: [0xc7, 0xc8, 0xc9] },
} satisfies Record<string, Sized>

export class Reader {
  position = 0
  readonly #bytes: Buffer

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get done(): boolean {
    return this.position === this.#bytes.length
  }

  /** Consumes a nil, if one is next. */
  nil(): boolean {
    if (this.#peek() !== NIL) return false
    this.position++
    return true
  }

  boolean(): boolean {
    const code = this.#peek()
    if (code !== 0xc2 && code !== 0xc3) throw this.#unexpected('a boolean')
    this.position++
    return code === 0xc3
  }

  text(): string {
    return this.#take(this.#length(sized.text)).toString('utf8')
  }

  /** Text in either spelling: Terraform has written the type of a dynamic value in both. */
  binary(): string {
    const code = this.#peek()
    const family = sized.binary.codes.includes(code) ? sized.binary : sized.text
    return this.#take(this.#length(family)).toString('utf8')
  }

  array(): number {
    return this.#length(sized.array)
  }

  map(): number {
    return this.#length(sized.map)
  }

  number(): Numeric {
    const code = this.#peek()
    if (code <= 0x7f || code >= 0xe0) return this.#take(1).readInt8()
    const width = widths[code]
    if (width === undefined) return parseNumber(this.text())
    this.position++
    return width.read(this.#take(width.bytes))
  }

  /** Consumes an extension, if one is next: its type and its bytes. */
  extension(): { type: number; bytes: Buffer } | undefined {
    const code = this.#peek()
    const fixed = code >= 0xd4 && code <= 0xd8
    if (!fixed && !sized.extension.codes.includes(code)) return undefined
    if (fixed) this.position++
    const length = fixed ? 1 << (code - 0xd4) : this.#length(sized.extension)
    const type = this.#take(1).readInt8()
    return { type, bytes: this.#take(length) }
  }

  #length(family: Sized): number {
    const code = this.#peek()
    if (family.base !== none && (code & ~family.mask) === family.base) {
      this.position++
      return code & family.mask
    }
    const width = family.codes.indexOf(code)
    if (code === none || width < 0) throw this.#unexpected(family.name)
    this.position++
    return this.#take(1 << width).readUIntBE(0, 1 << width)
  }

  #peek(): number {
    const code = this.#bytes[this.position]
    if (code === undefined) throw new Error(`MessagePack ends at byte ${this.position}, more was announced`)
    return code
  }

  #take(length: number): Buffer {
    const end = this.position + length
    if (end > this.#bytes.length) {
      throw new Error(`MessagePack ends at byte ${this.#bytes.length}, byte ${end} was announced`)
    }
    const taken = this.#bytes.subarray(this.position, end)
    this.position = end
    return taken
  }

  #unexpected(wanted: string): Error {
    const found = this.#peek().toString(16)
    return new Error(`MessagePack has 0x${found} at byte ${this.position} where ${wanted} belongs`)
  }
}

const widths: Partial<Record<number, { bytes: number; read(from: Buffer): Numeric }>> = {
  202: { bytes: 4, read: (from) => fromFloat(from.readFloatBE()) },
  203: { bytes: 8, read: (from) => fromFloat(from.readDoubleBE()) },
  204: { bytes: 1, read: (from) => from.readUInt8() },
  205: { bytes: 2, read: (from) => from.readUInt16BE() },
  206: { bytes: 4, read: (from) => from.readUInt32BE() },
  207: { bytes: 8, read: (from) => exactInteger(from.readBigUInt64BE()) },
  208: { bytes: 1, read: (from) => from.readInt8() },
  209: { bytes: 2, read: (from) => from.readInt16BE() },
  210: { bytes: 4, read: (from) => from.readInt32BE() },
  211: { bytes: 8, read: (from) => exactInteger(from.readBigInt64BE()) },
}
