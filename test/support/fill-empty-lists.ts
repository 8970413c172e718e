// An object of every resource, so that no list is empty.
import { pluralOf, resources, serves } from '../../schemas/index.ts'
import type { Api } from './api.ts'
import { insertObject } from './insert-object.ts'
import { createReferred, leastBody } from './least-body.ts'

/** Creates one where there is none yet. */
export const fillEmptyLists = async (api: Api): Promise<void> => {
  for (const resource of resources) {
    const plural = pluralOf(resource)
    if ((await api.read(`${plural}?limit=1`)).items.length > 0) continue
    if (serves(resource, 'create')) {
      await createReferred(api, resource)
      await api.create(plural, leastBody(resource))
    } else await insertObject(api, resource)
  }
}
