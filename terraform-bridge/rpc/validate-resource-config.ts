// ValidateResourceConfig: checks a configuration without asking the API; unknown values are never checked.
import type { Resource } from '../../schemas/vocabulary.ts'
import { error } from '../protocol/diagnostic.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'
import type { Request, Response } from '../protocol/methods.ts'
import { type Entries, isEntries, isUnknown, type Value, whollyKnown } from '../protocol/value.ts'
import { kept } from '../values/block.ts'
import { duration } from '../values/duration.ts'
import { objectIn } from '../values/dynamic-value.ts'
import { toJson } from '../values/json.ts'
import { pathOf } from '../values/refusal.ts'
import { resourceOf } from '../values/type-name.ts'

export const validateResourceConfig = async (
  request: Request<'validateResourceConfig'>,
): Promise<Response<'validateResourceConfig'>> => {
  const { resource, type } = resourceOf(request.typeName)
  const config = objectIn(request.config, type)
  if (!config) return {}
  const writeOnly = request.clientCapabilities?.writeOnlyAttributesAllowed === true
  return {
    diagnostics: [
      ...(await misshapen(resource, config)),
      ...(writeOnly ? [] : unkeepable(resource, config)),
      ...timeouts(config),
    ],
  }
}

const misshapen = async (resource: Resource, config: Entries): Promise<Diagnostic[]> => {
  const known = Object.entries(kept(resource)).flatMap(([name, { shape }]) => {
    const value = shape.kind === 'map' ? knownEntries(config[name] ?? null) : (config[name] ?? null)
    return value !== null && whollyKnown(value) ? [[name, toJson(value)]] : []
  })
  // Loaded here, because it costs more than the whole start of the provider.
  const { checkKnown } = await import('../../schemas/check.ts')
  return checkKnown(resource, Object.fromEntries(known)).map(({ attribute, detail }) =>
    error('A value is not valid', detail, pathOf(resource, attribute)),
  )
}

/** A null entry is refused beside unknown ones too (S6). */
const knownEntries = (map: Value): Value =>
  isEntries(map) ? Object.fromEntries(Object.entries(map).filter(([, it]) => whollyKnown(it))) : map

const unkeepable = (resource: Resource, config: Entries): Diagnostic[] =>
  Object.entries(resource.attributes).flatMap(([name, { secret }]) => {
    const value = config[name] ?? null
    if (!secret || value === null || isUnknown(value)) return []
    const detail = `\`${name}\` is write-only and never reaches a state or a plan file, which needs Terraform 1.11 or newer. Upgrade Terraform, or leave \`${name}\` null and send it to the API with \`PUT\`.`
    return [error('Terraform is too old for write-only attributes', detail, [name])]
  })

const timeouts = ({ timeouts: given }: Entries): Diagnostic[] =>
  isEntries(given ?? null)
    ? Object.entries(given as Entries).flatMap(([verb, value]) =>
        typeof value !== 'string' || duration(value) !== undefined
          ? []
          : [
              error(
                'The value is not a duration',
                'Give a number with its unit, such as `90s`, `10m` or `1h30m`.',
                ['timeouts', verb],
              ),
            ],
      )
    : []
