// Writes MessagePack's primitives into a buffer that grows.
import { numberText } from './number.ts'
import type { Numeric } from './value.ts'

const int64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n }

export class Writer {
  #bytes = Buffer.allocUnsafe(1024)
  #position = 0

  /** What was written so far, without a copy: write no more afterwards. */
  written(): Buffer {
    return this.#bytes.subarray(0, this.#position)
  }

  nil(): void {
    this.#byte(0xc0)
  }

  boolean(value: boolean): void {
    this.#byte(value ? 0xc3 : 0xc2)
  }

  text(value: string): void {
    const length = Buffer.byteLength(value)
    if (length < 32) this.#byte(0xa0 | length)
    else this.#length(length, [0xd9, 0xda, 0xdb])
    this.#room(length)
    this.#position += this.#bytes.write(value, this.#position, 'utf8')
  }

  binary(bytes: Uint8Array): void {
    this.#length(bytes.length, [0xc4, 0xc5, 0xc6])
    this.raw(bytes)
  }

  array(length: number): void {
    if (length < 16) this.#byte(0x90 | length)
    else this.#length(length, [undefined, 0xdc, 0xdd])
  }

  map(length: number): void {
    if (length < 16) this.#byte(0x80 | length)
    else this.#length(length, [undefined, 0xde, 0xdf])
  }

  /** Integers of 64 bit as such; every other number as decimal text, the only lossless spelling of 0.1. */
  number(value: Numeric): void {
    const integer =
      typeof value === 'bigint' || Number.isSafeInteger(value) ? BigInt(value as bigint) : undefined
    if (integer === undefined || integer < int64.min || integer > int64.max) this.text(numberText(value))
    else this.#integer(integer)
  }

  extension(type: number, bytes: Uint8Array): void {
    if (bytes.length === 1) this.#byte(0xd4)
    else this.#length(bytes.length, [0xc7, 0xc8, 0xc9])
    this.#byte(type)
    this.raw(bytes)
  }

  raw(bytes: Uint8Array): void {
    this.#room(bytes.length)
    this.#bytes.set(bytes, this.#position)
    this.#position += bytes.length
  }

  #integer(value: bigint): void {
    if (value >= -32n && value < 128n) {
      this.#byte(Number(value) & 0xff)
      return
    }
    this.#room(9)
    this.#bytes[this.#position] = 0xd3
    this.#position = this.#bytes.writeBigInt64BE(value, this.#position + 1)
  }

  #length(length: number, codes: readonly [bits8: number | undefined, bits16: number, bits32: number]): void {
    const width = length < 1 << 8 && codes[0] !== undefined ? 0 : length < 1 << 16 ? 1 : 2
    this.#byte(codes[width]!)
    this.#room(4)
    this.#position = this.#bytes.writeUIntBE(length, this.#position, 1 << width)
  }

  #byte(value: number): void {
    this.#room(1)
    this.#bytes[this.#position++] = value
  }

  #room(length: number): void {
    if (this.#position + length <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#position + length))
    this.#bytes.copy(larger, 0, 0, this.#position)
    this.#bytes = larger
  }
}
