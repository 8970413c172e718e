// Reads JSON more strictly than the language does: a key once, no great depth or number of values, every number and character exact.
import { printParseErrorCode, visit } from 'jsonc-parser'
import { apiError } from '../../errors.ts'

const deepest = 32
/** Twice as many as the longest list holds; reading more would keep other requests waiting. */
const most = 20_000

const faults: Record<ReturnType<typeof printParseErrorCode>, string> = {
  InvalidSymbol: 'JSON does not know the word or character',
  InvalidNumberFormat: 'JSON does not know the number',
  PropertyNameExpected: 'a key in double quotes is missing',
  ValueExpected: 'a key or a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  EndOfFileExpected: 'something follows the end',
  InvalidCommentToken: 'JSON does not know the comment',
  UnexpectedEndOfComment: 'JSON does not know the comment',
  UnexpectedEndOfString: 'the closing quote of a text is missing',
  UnexpectedEndOfNumber: 'a digit of a number is missing',
  InvalidUnicode: 'four hexadecimal digits are missing after `\\u`',
  InvalidEscapeCharacter: 'a text contains an escape that JSON does not know',
  InvalidCharacter: 'a text contains a control character',
  '<unknown ParseErrorCode>': 'JSON does not know the text',
}

const unexact = (value: unknown) => {
  if (typeof value === 'number')
    return Math.abs(value) > Number.MAX_SAFE_INTEGER && 'a number is too large to be kept exactly'
  if (typeof value !== 'string') return false
  if (value.includes('\0')) return 'a text contains the character U+0000, which cannot be stored,'
  return !value.isWellFormed() && 'a text contains half a character (a lone surrogate)'
}

/**
 * The value of a JSON text. An ApiError `malformed` says line and column of what cannot be read; one `too_large` says
 * how many values may be there.
 */
export const readJson = (source: string): unknown => {
  /** The keys of each object that is open; arrays have none. */
  const open: Set<string>[] = []
  let count = 0

  const refuse = (fault: string, line: number, column: number) => {
    throw apiError(
      'malformed',
      `The body cannot be read as JSON: ${fault} at line ${line + 1}, column ${column + 1}.`,
    )
  }
  const countOne = () => {
    if (++count > most)
      throw apiError('too_large', `The body contains more than ${most} values. Send at most ${most}.`)
  }
  const check = (value: unknown, line: number, column: number) => {
    const fault = unexact(value)
    if (fault) refuse(fault, line, column)
  }
  const enter = (_: number, __: number, line: number, column: number) => {
    countOne()
    if (open.push(new Set()) > deepest)
      refuse(`values are nested deeper than ${deepest} levels`, line, column)
  }
  const leave = () => void open.pop()

  visit(
    source,
    {
      onObjectBegin: enter,
      onObjectEnd: leave,
      onArrayBegin: enter,
      onArrayEnd: leave,
      onObjectProperty: (key, _, __, line, column) => {
        check(key, line, column)
        if (key === '__proto__') refuse('the key `__proto__` is not accepted', line, column)
        const keys = open.at(-1)!
        if (keys.has(key)) refuse(`the key ${JSON.stringify(key)} appears a second time`, line, column)
        keys.add(key)
      },
      onLiteralValue: (value, _, __, line, column) => {
        countOne()
        check(value, line, column)
      },
      onError: (code, _, __, line, column) => refuse(faults[printParseErrorCode(code)], line, column),
    },
    { disallowComments: true },
  )
  return JSON.parse(source)
}
