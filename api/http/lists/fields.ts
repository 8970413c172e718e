// The `fields` parameter of lists: the attributes a client asks for, and items with those alone.
import type { Resource } from '../../../schemas/vocabulary.ts'
import { setOf, text } from '../../../schemas/vocabulary.ts'
import type { Representation } from '../../database/read/representation.ts'
import { answerOf } from '../document/json-schema.ts'
import type { Parameter } from '../route.ts'

/** `fields=name,labels`: everything that an answer may show can be asked for. */
export const fieldsOf = (resource: Resource): Parameter => ({
  name: 'fields',
  description: 'The attributes of each item beside `id`, separated by commas. Defaults to all attributes.',
  shape: setOf(text({ oneOf: Object.keys(answerOf(resource).properties as object) })),
})

/** The item as JSON, with `id` and the fields alone. */
export const onlyFields = ({ value }: Representation, fields: readonly string[]): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(value).filter(([name]) => name === 'id' || fields.includes(name))),
  )
