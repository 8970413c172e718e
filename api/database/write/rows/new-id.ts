// Draws identifiers: a prefix that tells the kind, and 16 characters that tell nothing.
import { randomBytes } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** 80 bits at random. */
export const newId = (prefix: string) =>
  `${prefix}_${Array.from(randomBytes(16), (byte) => alphabet[byte & 31]).join('')}`
