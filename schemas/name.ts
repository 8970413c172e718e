// What names look like: the one in URLs, which can never be taken for an id, and the one people see.
import { defaulted, text } from './vocabulary.ts'

/** Lower-case letters, digits and hyphens, starting with a letter; no `_` and no `/`, which ids and keys use. */
export const name = (max: number) =>
  text({
    matches: /^[a-z]([a-z0-9-]*[a-z0-9])?$/,
    words: 'lower-case letters, digits and inner hyphens, beginning with a letter',
    max,
  })

export const displayName = defaulted(text({ min: 1, max: 64 }), {
  about: 'The name people see.',
  follows: 'name',
})
