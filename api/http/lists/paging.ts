// The parameters of every list: order, page size, cursor, and whether all objects are counted.
import type { Resource } from '../../../schemas/vocabulary.ts'
import { boolean, integer, text } from '../../../schemas/vocabulary.ts'
import { defaultSort, sorts } from '../../database/read/order.ts'
import type { Parameter } from '../route.ts'

export const pagingOf = (resource: Resource): Parameter[] => [
  {
    name: 'count',
    description: 'Whether to count the objects that match the filters, as `total_count`.',
    shape: boolean(),
  },
  {
    name: 'sort',
    description: `The order of the list: by natural key or by time; \`-\` reverses the order. Defaults to \`${defaultSort(resource)}\`. Give every page the same \`sort\`. An object that is written between two pages moves in the order of \`updated_at\`.`,
    shape: text({ oneOf: sorts }),
  },
  {
    name: 'limit',
    description: 'The most objects on a page, from 1 to 500. Defaults to 100.',
    shape: integer({ min: 1, max: 500 }),
  },
  { name: 'cursor', description: 'The `next_cursor` of the previous page.', shape: text() },
]
