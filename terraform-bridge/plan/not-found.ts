// Tells of a reference to an object that neither exists nor is planned: the API's sentence, the likely name, and what to write.
import { resourceNamed } from '../../schemas/index.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import type { Session } from '../memory/session.ts'
import { keyOf } from '../values/key.ts'
import type { Scope } from '../values/scope.ts'
import { typeNameOf } from '../values/type-name.ts'
import type { Finding } from './finding.ts'
import { nearest } from './nearest.ts'
import type { Missing } from './plan-values.ts'

/** The summary is the same wherever the name is referred to, so that core prints it once. */
export const notFound = async ({ connection }: Session, missing: Missing): Promise<Finding> => {
  const { attribute, spelling, shape, scope } = missing
  const target = resourceNamed(shape.to)
  const there = scope?.exists ? await callsIn(connection, target, scope) : undefined
  const builtin = Object.entries(shape.builtin ?? {}).flatMap(([name, others]) => [name, ...others])
  const meant = nearest(spelling, [...builtin, ...(there ?? [])])
  const place = scope?.place
  const sentences = [
    `The ${target.name} \`${spelling}\` does not exist${place === undefined ? '' : ` in this ${place}`}.`,
    meant === undefined ? '' : `Did you mean \`${meant}\`?`,
    remedy(missing),
  ]
  const called = place === undefined ? spelling : `${scope!.name}/${spelling}`
  return {
    summary: `Not found yet: ${target.name} ${called}`,
    detail: sentences.filter(Boolean).join(' '),
    path: [attribute],
  }
}

const callsIn = async (connection: Session['connection'], target: Resource, { place, key }: Scope) => {
  const rows = await connection?.lookups.list(target, place === undefined ? {} : { [place]: key })
  return rows?.map((row) => keyOf(target, row, place).join('/'))
}

const remedy = ({ attribute: at, spelling, shape, unordered }: Missing): string => {
  const target = resourceNamed(shape.to)
  // Where it takes a path to call an object, no attribute of its own does.
  const attribute = spelling.includes('/') ? 'id' : (target.key.at(-1) ?? 'id')
  const reference = `\`${typeNameOf(target)}.<label>.${attribute}\``
  return unordered
    ? `The provider block names the ${target.name}. If this configuration creates the ${target.name}, set \`${at}\` here to ${reference}, so that Terraform creates it first.`
    : `If this configuration creates the ${target.name}, write ${reference} instead of the name, so that Terraform creates it first. Across provider aliases, refer to its \`id\`.`
}
