// ValidateDataResourceConfig: a singular data source says which object, by its id or by its whole key.
import { naturalKey } from '../../schemas/place.ts'
import { error } from '../protocol/diagnostic.ts'
import type { Request, Response } from '../protocol/methods.ts'
import { isUnknown } from '../protocol/value.ts'
import { objectIn } from '../values/dynamic-value.ts'
import { dataSourceOf } from '../values/type-name.ts'

export const validateDataResourceConfig = (
  request: Request<'validateDataResourceConfig'>,
): Response<'validateDataResourceConfig'> => {
  const { resource, type, plural } = dataSourceOf(request.typeName)
  const config = objectIn(request.config, type)
  if (!config || plural || resource.singleton) return {}
  const { attributes } = resource
  const key = naturalKey(resource)
  if ([config.id, ...key.map((part) => config[part])].some((it) => isUnknown(it))) return {}
  const needed = key.filter((part) => attributes[part]!.presence === 'required')
  const byKey = key.some((part) => (config[part] ?? null) !== null)
  const missing = needed.filter((part) => (config[part] ?? null) === null)
  if (config.id !== null && byKey) {
    return {
      diagnostics: [error('Both id and natural key are given', `Give \`id\` or ${listed(key)}, not both.`)],
    }
  }
  if (config.id !== null || (key.length > 0 && missing.length === 0)) return {}
  const ways =
    key.length === 0 ? 'Give `id`.' : `Give \`id\`, or ${listed(needed)}. Missing: ${listed(missing)}.`
  return { diagnostics: [error('The data source names no object', ways)] }
}

const listed = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ')
