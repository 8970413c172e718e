// The syntax of names: the name in URLs, which can never be taken for an id, the display name, and keys of labels.
import { defaulted, text } from './vocabulary.ts'

/** Lower-case letters, digits and hyphens, starting with a letter; no `_` and no `/`, which ids and keys use. */
export const name = (max: number) =>
  text({
    matches: /^[a-z]([a-z0-9-]*[a-z0-9])?$/,
    words: 'lower-case letters, digits and inner hyphens, beginning with a letter',
    max,
  })

export const displayName = defaulted(text({ min: 1, max: 64 }), {
  description: 'The name that people see.',
  follows: 'name',
})

/** A key of a label or of a taint: `team`, `example.com/team`. */
export const labelKey =
  /^(?=.{1,316}$)([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/
