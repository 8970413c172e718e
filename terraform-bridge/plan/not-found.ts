// Tells of a reference to an object that neither exists nor is planned: the API's sentence, the likely name, and what to write.
import { resourceNamed } from '../../schemas/index.ts'
import type { Session } from '../memory/session.ts'
import { typeNameOf } from '../values/type-name.ts'
import type { Finding } from './finding.ts'
import { nearest } from './nearest.ts'
import type { Missing } from './plan-values.ts'

/** The summary is the same wherever the name is referred to, so that core prints it once. */
export const notFound = async ({ connection }: Session, missing: Missing): Promise<Finding> => {
  const { attribute, spelling, shape, scope } = missing
  const target = resourceNamed(shape.to)
  const there = scope?.exists ? await connection?.lookups.names(target, scope.key) : undefined
  const builtin = Object.entries(shape.builtin ?? {}).flatMap(([name, others]) => [name, ...others])
  const meant = nearest(spelling, [...builtin, ...(there ?? [])])
  const inside = target.within !== undefined
  const sentences = [
    `The ${target.name} \`${spelling}\` does not exist${inside ? ' in this organization' : ''}.`,
    meant === undefined ? '' : `Did you mean \`${meant}\`?`,
    remedy(missing),
  ]
  const called = inside && scope ? `${scope.name}/${spelling}` : spelling
  return {
    summary: `Not found yet: ${target.name} ${called}`,
    detail: sentences.filter(Boolean).join(' '),
    path: [attribute],
  }
}

const remedy = ({ attribute, shape, unordered }: Missing): string => {
  const target = resourceNamed(shape.to)
  const reference = `\`${typeNameOf(target)}.<label>.${target.key.at(-1)}\``
  return unordered
    ? `The provider block names the ${target.name}. If this configuration creates the ${target.name}, set \`${attribute}\` here to ${reference}, so that Terraform creates it first.`
    : `If this configuration creates the ${target.name}, write ${reference} instead of the name, so that Terraform creates it first. Across provider aliases, refer to its \`id\`.`
}
