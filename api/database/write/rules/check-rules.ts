// Judges a list by the rules of its resource, told what was looked up for them.
import { placeAttribute, placeNoun } from '../../../../schemas/place.ts'
import type { Resource } from '../../../../schemas/vocabulary.ts'
import { apiError } from '../../../errors.ts'
import { rulesOf } from '../../../resources/index.ts'
import { type Item, type Stage, standing } from '../line.ts'
import { isDeletedAgain } from '../rows/deletion.ts'

const refuseCordoned = (resource: Resource, { verb, found }: Item) => {
  const attribute = placeAttribute(resource)
  const place = attribute && verb === 'create' ? found[attribute] : undefined
  if (!attribute || !place || place.cordon_reason === null) return
  const detail = `Nothing new is created in the ${placeNoun().name} \`${place.name}\`: ${place.cordon_reason}`
  return apiError('cordoned', detail, { attribute })
}

export const checkRules: Stage = async (batch) => {
  const { database, resource, actor } = batch
  const { refuse } = rulesOf(resource)
  for (const item of standing(batch)) {
    if (isDeletedAgain(item)) continue
    const refusal = refuseCordoned(resource, item) ?? refuse?.({ ...item, actor, settings: database.config })
    if (refusal) Object.assign(item, { refusal, byRules: true })
  }
}
