// Numbers between decimal text, binary floats and values, without losing a digit.
import { Decimal, type Numeric } from './value.ts'

const spelling = /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/

// Far beyond what Terraform's 512-bit numbers need; stops `1e999999999` from filling the memory.
const mostZeros = 10_000

/** Reads decimal text, as Terraform writes numbers that are neither int64 nor float64, and as JSON writes them. */
export const parseNumber = (text: string): Numeric => {
  const plain = plainDecimal(text)
  if (!plain.includes('.')) return exactInteger(BigInt(plain))
  const number = Number(plain)
  return plainDecimal(String(number)) === plain ? number : new Decimal(plain)
}

/** The exact value of a binary float: 0.5 is 0.5, but the float nearest to 0.1 has 55 decimals. */
export const fromFloat = (float: number): Numeric => {
  if (Number.isInteger(float)) return exactInteger(BigInt(float))
  let scaled = float
  let halvings = 0
  for (; !Number.isInteger(scaled); halvings++) scaled *= 2
  return parseNumber(`${BigInt(scaled) * 5n ** BigInt(halvings)}e-${halvings}`)
}

export const exactInteger = (integer: bigint): number | bigint => {
  const number = Number(integer)
  return Number.isSafeInteger(number) ? number : integer
}

/** The text Terraform reads back as exactly this number. */
export const numberText = (value: Numeric): string => {
  if (typeof value !== 'number') return value.toString()
  if (!Number.isFinite(value)) throw new Error(`${value} is not a number that Terraform knows`)
  return Number.isInteger(value) ? BigInt(value).toString() : plainDecimal(String(value))
}

const plainDecimal = (text: string): string => {
  const match = spelling.exec(text)
  if (!match) throw new Error(`not a decimal number: ${JSON.stringify(text)}`)
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const point = whole.length + Number(exponent)
  if (Math.abs(point) > mostZeros) throw new Error(`number out of range: ${text}`)
  const digits = `${'0'.repeat(Math.max(0, -point))}${whole}${fraction}`.padEnd(point, '0')
  const before = digits.slice(0, Math.max(0, point)).replace(/^0+(?=\d)/, '') || '0'
  const after = digits.slice(Math.max(0, point)).replace(/0+$/, '')
  return `${sign}${after === '' ? before : `${before}.${after}`}`
}
