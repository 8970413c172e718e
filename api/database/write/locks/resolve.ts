// Finds what references mean, by name or by id, and keeps what they mean from going away meanwhile.
import { builtinCalled } from '../../../../schemas/equality.ts'
import { referenceIn, resourceNamed } from '../../../../schemas/index.ts'
import { commonPlace, ownerNoun, placeNoun } from '../../../../schemas/place.ts'
import { spaced } from '../../../../schemas/spaced.ts'
import type { Reference, Resource } from '../../../../schemas/vocabulary.ts'
import { type ApiError, apiError } from '../../../errors.ts'
import { rulesOf } from '../../../resources/index.ts'
import { system } from '../../../resources/system.ts'
import { elementCallOf } from '../../read/address.ts'
import { isDeletedLater } from '../../schema/columns.ts'
import { type Batch, each, type Item, type Referenced, type Stage, standing } from '../line.ts'
import { inLockOrder } from './lock-order.ts'

type Asked = { attribute: string; shape: Reference; path: string; spelling: string }

/** What a body says of other rows, built-in names aside. */
const askedBy = (resource: Resource, { body, fallbacks }: Item): Asked[] =>
  Object.entries(resource.attributes).flatMap(([attribute, it]) => {
    const shape = referenceIn(it)
    const value = body[attribute] ?? fallbacks[attribute] ?? null
    if (!shape || value === null) return []
    if (it.shape.kind === 'reference')
      return [{ attribute, shape, path: attribute, spelling: value as string }]
    return (value as string[])
      .map((spelling, index) => ({ attribute, shape, path: `${attribute}[${index}]`, spelling }))
      .filter(({ spelling }) => builtinCalled(shape, spelling) === undefined)
  })

type Lock = 'for key share' | 'for share' | 'for no key update'

/** Writes in one place happen one after the other; a place on a list is only kept from changing. */
const lockOf = (to: Resource, asked: readonly Asked[], also: readonly string[]): Lock => {
  if (to.place !== 'id') return 'for share'
  return also.length > 0 || asked.some(({ attribute, path }) => attribute === path)
    ? 'for no key update'
    : 'for key share'
}

type Search = { to: Resource; asked: readonly Asked[]; also: readonly string[]; tops: readonly string[] }

const look = ({ session, resource }: Batch, { to, asked, also, tops }: Search) => {
  const top = commonPlace(resource, to)
  const { joins, call } = asked[0] ? elementCallOf(resource, asked[0].attribute) : { joins: '', call: 'o.id' }
  return session.query<Referenced & { top: string | null }>(
    `select o.id, ${call} as name, ${top ? `o."${top}_id"` : 'null'} as top,
       ${isDeletedLater(to) ? 'o.deletion_requested_at is not null' : 'false'} as deleting,
       ${to.attributes.cordon_reason ? 'o.cordon_reason' : 'null'} as cordon_reason
     from "${to.name}" o${joins}
     where (o.id = any($1) or ${call} = any($1))
       ${top ? `and o."${top}_id" = any($2)` : 'and $2::text[] is not null'}
     order by o.id collate "C" ${lockOf(to, asked, also)} of o`,
    [[...new Set([...asked.map(({ spelling }) => spelling), ...also])], [...new Set(tops)]],
  )
}

const refusalOf = (
  found: Referenced | undefined,
  to: Resource,
  { spelling, path }: Asked,
  top: string | undefined,
): ApiError | undefined => {
  if (!found) {
    const where = top ? ` in this ${spaced(top)}` : ''
    return apiError('unresolved', `The ${to.name} \`${spelling}\` does not exist${where}.`, {
      attribute: path,
    })
  }
  if (found.deleting) {
    const detail = `The ${to.name} \`${found.name}\` is being deleted. Wait until the deletion is complete, or choose another ${to.name}.`
    return apiError('deleting', detail, { attribute: path })
  }
}

/**
 * Resolves every reference to one type in one statement, and locks what it finds with what else is in `also`, by id.
 * Refused are `unresolved` for nothing and for what another organization has, `deleting` for what is on its way out.
 */
export const resolveTo = async (batch: Batch, to: Resource, also: readonly string[] = []): Promise<void> => {
  const { resource, session } = batch
  const asked = new Map(
    standing(batch).map((item) => [
      item,
      askedBy(resource, item).filter(({ shape }) => shape.to === to.name),
    ]),
  )
  const all = [...asked.values()].flat()
  if (all.length + also.length === 0) return
  if (to.place === 'id') for (const { spelling } of all) session.take(to.name, spelling)
  const top = commonPlace(resource, to)
  const topIn = (item: Item) => (top ? (item.found[top]?.id ?? item.top ?? '') : '')
  const rows = await look(batch, { to, asked: all, also, tops: [...asked.keys()].map(topIn) })
  // By id and by name; no name looks like an id.
  const found = new Map(
    rows.flatMap((row) => [row.id, row.name].map((it) => [`${row.top ?? ''}:${it}`, row] as const)),
  )
  await each(batch, (item) => {
    for (const one of asked.get(item)!) {
      const row = found.get(`${topIn(item)}:${one.spelling}`)
      const refusal = refusalOf(row, to, one, top)
      if (refusal) throw refusal
      item.found[one.path] = row!
    }
  })
}

/** The ids of a set of references, built-in names first spelled. Two spellings of one are refused. */
const idsIn = (
  { found }: Item,
  shape: Reference,
  attribute: string,
  spellings: readonly string[],
): string[] => {
  const seen = new Set<string>()
  return spellings.map((spelling, index) => {
    const path = `${attribute}[${index}]`
    const id = builtinCalled(shape, spelling) ?? found[path]!.id
    if (seen.has(id)) {
      const detail = `\`${spelling}\` is the same ${shape.to} as another element. Give each ${shape.to} once.`
      throw apiError('invalid', detail, { attribute: path })
    }
    seen.add(id)
    return id
  })
}

/** The id of the writer, where the rules ask: kept with the users that the items name, in one order. */
const writerOf = ({ resource, actor }: Batch) =>
  rulesOf(resource).lookups?.writer && actor !== system ? [actor.user] : []

/** What is not resolved yet: `lockPlaces` came before. */
export const resolve: Stage = async (batch) => {
  const { attributes } = batch.resource
  const references = Object.entries(attributes).flatMap(([name, it]) => {
    const shape = referenceIn(it)
    return shape ? [{ name, it, shape }] : []
  })
  const targets = new Set(references.map(({ shape }) => shape.to).filter((it) => it !== placeNoun().name))
  for (const to of inLockOrder([...targets].map(resourceNamed))) {
    await resolveTo(batch, to, to === ownerNoun() ? writerOf(batch) : [])
  }
  await each(batch, (item) => {
    for (const { name, it, shape } of references) {
      const value = it.shape.kind === 'set' ? (item.body[name] ?? null) : null
      if (value !== null) item.sets[name] = idsIn(item, shape, name, value as string[])
    }
  })
}
