// The parameters of every list: order, page size, cursor, and whether all objects are counted.
import { boolean, integer, text } from '../../../schemas/vocabulary.ts'
import { sorts } from '../../database/read/order.ts'
import type { Parameter } from '../route.ts'

export const paging: Parameter[] = [
  {
    name: 'count',
    description: 'Whether to count the objects that match the filters, as `total_count`.',
    shape: boolean(),
  },
  {
    name: 'sort',
    description:
      'The order of the list: by natural key (the default) or by time; `-` reverses the order. Give every page the same `sort`. An object that is written between two pages moves in the order of `updated_at`.',
    shape: text({ oneOf: sorts }),
  },
  {
    name: 'limit',
    description: 'The most objects on a page, from 1 to 500. Defaults to 100.',
    shape: integer({ min: 1, max: 500 }),
  },
  { name: 'cursor', description: 'The `next_cursor` of the previous page.', shape: text() },
]
