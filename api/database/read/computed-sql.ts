// The SQL of a value that is worked out when answering, about the row `t`.
import type { Resource } from '../../../schemas/vocabulary.ts'
import type { Config } from '../../config.ts'
import { rulesOf } from '../../resources/index.ts'

/** By itself, wherever `t` is; it is code, so a miss is a defect. */
export const computedAlone = (resource: Resource, attribute: string, config: Config): string => {
  const { computedFrom } = rulesOf(resource)
  const sql = computedSql(resource, attribute, config)
  return computedFrom ? `(select ${sql} from ${computedFrom})` : `(${sql})`
}

/** Beside `computedFrom` of the rules. */
export const computedSql = (resource: Resource, attribute: string, config: Config): string => {
  const sql = rulesOf(resource).computed?.(config)[attribute]
  if (!sql) throw new Error(`nothing says how ${resource.name}.${attribute} is worked out`)
  return sql
}
