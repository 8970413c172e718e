// What a name looks like: a lower-case word that can stand in a URL and can never be taken for an id.
import { text } from './vocabulary.ts'

/** Lower-case letters, digits and hyphens, starting with a letter; no `_` and no `/`, which ids and keys use. */
export const name = (max: number) =>
  text({
    matches: /^[a-z]([a-z0-9-]*[a-z0-9])?$/,
    words: 'lower-case letters, digits and inner hyphens, beginning with a letter',
    max,
  })
