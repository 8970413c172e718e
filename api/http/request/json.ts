// Reads JSON more strictly than the language does: a key once, no great depth or number of values, every number and character exact.
import { apiError } from '../../errors.ts'

const deepest = 32
/** Twice as many as the longest list holds; reading more would keep other requests waiting. */
const most = 20_000
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const words: [string, unknown][] = [
  ['true', true],
  ['false', false],
  ['null', null],
]

/**
 * The value of a JSON text. An ApiError `malformed` says line and column of what cannot be read; one `too_large` says
 * how many values may be there.
 */
export const readJson = (source: string): unknown => {
  let at = 0
  let count = 0

  const broken = (what: string, where = at) => {
    const before = source.slice(0, where).split('\n')
    const place = `line ${before.length}, column ${before.at(-1)!.length + 1}`
    return apiError('malformed', `The body is not the JSON expected: ${what} at ${place}.`)
  }
  const blank = () => {
    while (' \n\r\t'.includes(source[at] ?? '?')) at++
  }
  const take = (char: string) => {
    blank()
    if (source[at] !== char) return false
    at++
    return true
  }

  const string = (): string => {
    const start = at++
    while (source[at] !== '"') {
      if (at >= source.length) throw broken('a text that does not end', start)
      at += source[at] === '\\' ? 2 : 1
    }
    at++
    const value = decoded(source.slice(start, at), start)
    if (value.includes('\0'))
      throw broken('a text holds the character U+0000, which cannot be stored,', start)
    if (!value.isWellFormed()) throw broken('a text holds half a character (a lone surrogate)', start)
    return value
  }
  const decoded = (raw: string, start: number): string => {
    try {
      return JSON.parse(raw)
    } catch {
      throw broken('a text with an escape or a control character that JSON does not know', start)
    }
  }
  const numeral = (): number => {
    number.lastIndex = at
    const raw = number.exec(source)?.[0]
    if (raw === undefined) throw broken(at < source.length ? 'something unexpected' : 'it ends too early')
    const value = Number(raw)
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER) throw broken('a number too large to be kept exactly')
    at += raw.length
    return value
  }

  const object = (depth: number) => {
    const value: Record<string, unknown> = {}
    if (take('}')) return value
    do {
      blank()
      if (source[at] !== '"') throw broken('a key in double quotes is missing')
      const start = at
      const key = string()
      if (key === '__proto__') throw broken('the key `__proto__` is not accepted', start)
      if (Object.hasOwn(value, key)) throw broken(`the key ${JSON.stringify(key)} comes twice`, start)
      if (!take(':')) throw broken('a colon is missing')
      value[key] = any(depth)
    } while (take(','))
    if (!take('}')) throw broken('a comma or a closing brace is missing')
    return value
  }
  const array = (depth: number) => {
    const value: unknown[] = []
    if (take(']')) return value
    do value.push(any(depth))
    while (take(','))
    if (!take(']')) throw broken('a comma or a closing bracket is missing')
    return value
  }
  const any = (depth: number): unknown => {
    if (++count > most)
      throw apiError('too_large', `The body holds more than ${most} values, which is the most that is read.`)
    if (depth > deepest) throw broken(`it is nested deeper than ${deepest} levels`)
    if (take('{')) return object(depth + 1)
    if (take('[')) return array(depth + 1)
    if (source[at] === '"') return string()
    const word = words.find(([text]) => source.startsWith(text, at))
    if (!word) return numeral()
    at += word[0].length
    return word[1]
  }

  const value = any(0)
  blank()
  if (at < source.length) throw broken('something follows the end')
  return value
}
