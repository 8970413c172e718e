// Two resource blocks of one configuration that manage one thing, as far as one process sees both (S16, TF-06).
import { naturalKey } from '../../schemas/place.ts'
import type { Session } from '../memory/session.ts'
import { isUnknown } from '../protocol/value.ts'
import { either } from '../values/either.ts'
import { plannedKey } from '../values/key.ts'
import { type Relation, relationOfOwner, relationOfRow } from '../values/relation.ts'
import { typeNameOf } from '../values/type-name.ts'
import type { Finding } from './finding.ts'
import type { PlanInput, Planned } from './plan-values.ts'

export const rivalBlocks = (input: PlanInput, planned: Planned): Finding[] => [
  ...sameObject(input, planned),
  ...otherForm(input, planned),
]

const sameObject = (
  { session, resource, private: kept }: PlanInput,
  { values, references }: Planned,
): Finding[] => {
  const key = plannedKey(resource, values, references)
  if (key === undefined) return []
  // Blocks of objects that are not there yet are told apart by nothing but being asked for one by one.
  const block = kept.id ?? Symbol()
  if (!session.registry.isClaimedOtherwise(`${resource.name}/${key}`, block)) return []
  const summary = `Apply will fail: ${resource.name}${resource.singleton ? '' : ` ${key}`}`
  const remedy = resource.singleton
    ? `There is one ${resource.name}. Keep one resource block, without count or for_each, and put all settings there.`
    : `Keep one of the two blocks, or give them different values of ${either(naturalKey(resource))}.`
  const detail = `Two resource blocks of this configuration manage the ${resource.name} \`${key}\`. ${remedy}`
  return [{ summary, detail, path: resource.singleton ? [] : resource.key.slice(-1) }]
}

const otherForm = (input: PlanInput, planned: Planned): Finding[] => [
  ...listBesideRows(input, planned),
  ...rowBesideList(input, planned),
]

const listBesideRows = ({ session, resource, config }: PlanInput, { values }: Planned): Finding[] => {
  const relation = relationOfOwner(resource)
  const set = relation && (config[relation.set] ?? null)
  if (!relation || set === null || isUnknown(set)) return []
  const subjects = [values.id, values.name].filter((it) => typeof it === 'string')
  if (!claimed(session, relation, subjects, relation.set)) return []
  const detail = `\`${relation.set}\` lists them all with authority, and this configuration has a ${typeNameOf(relation.row)} for the same ${resource.name} too. Keep one of the two: remove \`${relation.set}\` here, or remove those resources.`
  return [{ summary: twoWays(resource.name, values.name), detail, path: [relation.set] }]
}

const rowBesideList = ({ session, resource }: PlanInput, { references, values }: Planned): Finding[] => {
  const relation = relationOfRow(resource)
  if (!relation) return []
  const { owner, set, by } = relation
  const [pair] = references[by] ?? []
  const subjects = [pair?.id, values[by]].filter((it) => typeof it === 'string')
  if (!claimed(session, relation, subjects, by)) return []
  const detail = `The ${owner.name} \`${values[by]}\` of this configuration sets \`${set}\`, which lists them all with authority (${typeNameOf(owner)}). Keep one of the two: remove \`${set}\` there, or remove this resource and name it in that list.`
  return [{ summary: twoWays(owner.name, pair?.name ?? values[by]), detail, path: [by] }]
}

const claimed = ({ registry }: Session, { owner, set }: Relation, subjects: string[], way: string): boolean =>
  subjects.map((it) => registry.isClaimedOtherwise(`${owner.name}.${set}/${it}`, way)).includes(true)

const twoWays = (owner: string, name: unknown) => `Managed in two ways: ${owner} ${name}`
