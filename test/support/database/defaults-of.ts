// The columns that a writer may leave out, as the store fills them in.
import { isColumn } from '../../../api/database/schema/columns.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'

export const defaultsOf = ({ attributes }: Resource) =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([, it]) => isColumn(it) && it.default !== undefined)
      .map(([name, it]) => [name, it.default]),
  )
