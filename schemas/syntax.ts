// The bounds and characters of every value of a shape, for the check and for the documents about it.
import type { Integer, MapOf, SetOf, Text } from './vocabulary.ts'

/**
 * Control characters (PostgreSQL cannot store NUL), line separators, marks that reorder what people read, and what
 * makes two texts differ that look the same. Joiners stay: scripts and emoji are written with them.
 */
const invisible =
  '\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff'
const oneLine = new RegExp(`^[^\\u0000-\\u001f${invisible}]*$`)
const lines = new RegExp(`^[^\\u0000-\\u0008\\u000b-\\u001f${invisible}]*$`)

/** Line ends and tabs belong into what is long and has no pattern of its own. */
export const hasLines = ({ matches, max = longestText }: Text) => !matches && max >= 512
/** Nothing that controls rather than shows. */
export const visible = (text: Text): RegExp => (hasLines(text) ? lines : oneLine)

/** The name or the id of another object. */
export const referenceSyntax = /^[!-.0-~]{1,128}$/

const longestText = 65_536
export const textBounds = ({ min = 0, max = longestText }: Text) => ({ min, max })
export const integerBounds = ({ min = -(2 ** 31), max = 2 ** 31 - 1 }: Integer) => ({ min, max })
export const setBounds = ({ min = 0, max = 10_000 }: SetOf) => ({ min, max })
/** Entries. */
export const mapBound = ({ max = 64 }: MapOf) => max
