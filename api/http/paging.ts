// How a list is cut into pages: their order, their size, where one begins, and whether all are counted.
import { boolean, integer, text } from '../../schemas/vocabulary.ts'
import { sorts } from '../database/read/order.ts'
import type { Parameter } from './route.ts'

export const paging: Parameter[] = [
  {
    name: 'count',
    description: 'Whether to count all that fit the filters, as `total_count`.',
    shape: boolean(),
  },
  {
    name: 'sort',
    description:
      'The order: by natural key unless told, or by time; `-` turns it round. Every page takes the same. An object that is written between two pages moves in the order of `updated_at`.',
    shape: text({ oneOf: sorts }),
  },
  {
    name: 'limit',
    description: 'How many at most, from 1 to 500; 100 unless told.',
    shape: integer({ min: 1, max: 500 }),
  },
  { name: 'cursor', description: '`next_cursor` of the page before.', shape: text() },
]
