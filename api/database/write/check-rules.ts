// Judges a list by the rules of its resource, told what was looked up for them.
import { apiError } from '../../errors.ts'
import { rulesOf } from '../../resources/index.ts'
import { isDeletedAgain } from './deletion.ts'
import { type Item, type Stage, standing } from './line.ts'

const refuseCordoned = ({ verb, found: { organization } }: Item) => {
  if (verb !== 'create' || !organization || organization.cordon_reason === null) return
  const detail = `Nothing new is created in the organization \`${organization.name}\`: ${organization.cordon_reason}`
  return apiError('cordoned', detail, { attribute: 'organization' })
}

export const checkRules: Stage = async (batch) => {
  const { database, resource, actor } = batch
  const { refuse } = rulesOf(resource)
  for (const item of standing(batch)) {
    if (isDeletedAgain(item)) continue
    const refusal = refuseCordoned(item) ?? refuse?.({ ...item, actor, settings: database.config })
    if (refusal) Object.assign(item, { refusal, byRules: true })
  }
}
