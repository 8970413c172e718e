// An object of a resource that REST never creates, stored as the server itself stores it.
import { blankRow, insertRows } from '../../api/database/write/rows/rows.ts'
import { pluralOf, referencesOf } from '../../schemas/index.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Api } from './api.ts'
import { leastBody } from './least-body.ts'

/** What it must refer to is the first object of its list. */
export const insertObject = async (api: Api, resource: Resource): Promise<void> => {
  const row: Record<string, unknown> = leastBody(resource)
  for (const { attribute, to } of referencesOf(resource)) {
    if (!(attribute in row)) continue
    row[`${attribute}_id`] = (await api.read(`${pluralOf(to)}?limit=1`)).items[0].id
  }
  await insertRows(api.database, resource, [{ ...blankRow(resource), ...row }])
}
