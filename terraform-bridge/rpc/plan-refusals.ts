// What a plan refuses without asking, because no other change of it cures it (S17, TF-06).
import type { Resource } from '../../schemas/vocabulary.ts'
import { error } from '../protocol/diagnostic.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'
import { type Entries, isUnknown } from '../protocol/value.ts'
import type { Planned, Situation } from './planned.ts'
import { relationOfOwner, relationOfRow } from './relation.ts'
import { typeNameOf } from './type-name.ts'

/** Of an object that is destroyed, or that makes room for another one. */
export const destroyRefusals = (resource: Resource, prior: Entries): Diagnostic[] => {
  const called = `The ${resource.name} \`${prior.name ?? prior.id}\``
  if (prior.deletion_protection === true) {
    const detail = `${called} has \`deletion_protection\`: set it to false, apply, then destroy.`
    return [error('It is protected from deletion', detail, ['deletion_protection'])]
  }
  if (prior.built_in === true) {
    const detail = `${called} is built in and cannot be deleted. To stop managing it here, remove its resource block and write:\n\n  removed {\n    from = ${typeNameOf(resource)}.<name>\n    lifecycle {\n      destroy = false\n    }\n  }`
    return [error('It is built in', detail)]
  }
  return []
}

/** Of an object that is created or kept. */
export const planRefusals = async (situation: Situation, planned: Planned): Promise<Diagnostic[]> => [
  ...secondInstance(situation),
  ...(await rivalForms(situation, planned)),
]

const secondInstance = ({ session, resource, prior, private: kept }: Situation): Diagnostic[] => {
  const half = prior === null && kept.id !== undefined
  if (!resource.singleton || half || session.registry.first(resource)) return []
  const detail = `There is one ${resource.name}, and this configuration has a second ${typeNameOf(resource)} for it. Keep one resource block, without count or for_each, and put all its settings there.`
  return [error('It is managed twice', detail)]
}

const rivalForms = async (
  { session, resource, config, prior }: Situation,
  { references, values, write }: Planned,
): Promise<Diagnostic[]> => {
  const { registry, connection } = session
  const owned = relationOfOwner(resource)
  if (owned) {
    const listed = config[owned.set] ?? null
    const subjects = [values.id, values.name].filter((it) => typeof it === 'string')
    if (listed === null && write.includes(owned.set)) {
      for (const it of subjects) registry.handOver(`${resource.name}/${it}`)
    }
    if (listed === null || isUnknown(listed)) return []
    const rivals = subjects.map((it) => registry.claim(`${resource.name}/${it}`, owned.set, `${it}`))
    if (rivals.every((it) => it === undefined)) return []
    const detail = `\`${owned.set}\` lists them all with authority, and this configuration has a ${typeNameOf(owned.row)} for the same ${resource.name} too. Keep one of the two: remove \`${owned.set}\` here, or remove those resources.`
    return [error('It is managed in two ways', detail, [owned.set])]
  }
  const relation = relationOfRow(resource)
  if (!relation) return []
  const { owner, set, by } = relation
  const subjects = [references[by]?.[0]?.id, values[by]].filter((it) => typeof it === 'string')
  const claims = subjects.map((it) => registry.claim(`${owner.name}/${it}`, by, 'row'))
  const id = references[by]?.[0]?.id
  const inPlan = claims.some((it) => it !== undefined)
  const handedOver = subjects.some((it) => registry.isHandedOver(`${owner.name}/${it}`))
  const asks = prior === null && !session.applying && !inPlan && !handedOver && id !== undefined
  const row = !asks ? undefined : await connection?.lookups.object(owner, id, '')
  if (!inPlan && (row?.[set] ?? null) === null) return []
  const [where, remedy] = inPlan
    ? ['of this configuration', `remove \`${set}\` there`]
    : [
        'on the server',
        `take \`${set}\` out of the configuration that sets it, or set it to null by \`PATCH\``,
      ]
  const detail = `The ${owner.name} \`${values[by]}\` ${where} sets \`${set}\`, which lists them all with authority (${typeNameOf(owner)}). Keep one of the two: ${remedy}, or remove this resource and name it in that list.`
  return [error('It is managed in two ways', detail, [by])]
}
