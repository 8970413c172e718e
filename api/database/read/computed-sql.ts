// The SQL of a value that is worked out when answering, about the row `t`.
import type { Resource } from '../../../schemas/vocabulary.ts'
import type { Config } from '../../config.ts'
import { rulesOf } from '../../resources/index.ts'

/** It is code, so a miss is a defect. */
export const computedSql = (resource: Resource, attribute: string, config: Config): string => {
  const sql = rulesOf(resource).computed?.(config)[attribute]
  if (!sql) throw new Error(`nothing says how ${resource.name}.${attribute} is worked out`)
  return sql
}
