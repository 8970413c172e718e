// Finds the ids of one page, reading little of a table of any size, whatever PostgreSQL knows of it.
import { type AddressPart, addressParts } from '../../../schemas/place.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { fromOf } from './address.ts'
import { expressionsOf, isDescending, type Sort, timeOf } from './order.ts'
import { idsOf, type Referred, refersTo } from './referred.ts'
import { type Step, stepsOf, tiesTo } from './steps.ts'

/**
 * So many rows are fetched and sorted. Where more of them fit the filters, a page is met soon on the walk: it reads
 * the indexes of the names that keys begin with, and beneath each of those the next, in the order of the list.
 */
const few = 1000

export type Wanted = {
  sort: Sort
  /** How many at most. */
  limit: number
  /** Conditions over `t` alone. */
  where: readonly string[]
  /** Conditions of the rows that `t` refers to. */
  referred: readonly Referred[]
  /** Where the page begins: the position of its cursor in the order, each part as `$1`. */
  after?: readonly string[]
}

const tuple = (them: readonly string[]) => `(${them.join(', ')})`
const all = (conditions: readonly string[]) => conditions.join(' and ') || 'true'

const isOwnText = ({ attributes }: Resource, part: AddressPart | undefined) =>
  part?.through.length === 0 && !part.optional && attributes[part.column]?.shape.kind === 'text'

/** `select id …`: they come in any order. */
export const pageIds = (resource: Resource, { sort, limit, where, referred, after }: Wanted): string => {
  const table = `"${resource.name}" t`
  const joined = expressionsOf(resource, sort)
  const steps = timeOf(sort) ? [] : stepsOf(resource)
  const own = joined.slice(steps.length)
  const isText = steps.length > 0 && isOwnText(resource, addressParts(resource)[steps.length])
  const walked = [...steps.map(({ name }) => name), ...own]
  const [way, than] = isDescending(sort) ? ['desc', '<'] : ['asc', '>']
  // What is below every part of a key, and above.
  const end = isDescending(sort) ? 'chr(1114111)' : "''"

  const named = (expressions: readonly string[]) =>
    expressions.map((it, index) => `${it} as k${walked.length - expressions.length + index}, `).join('')
  const ordered = (count: number) => {
    const by = Array.from({ length: count }, (_, index) => `${index + 1} ${way}`)
    return `${count > 0 ? `order by ${by.join(', ')} ` : ''}limit ${limit}`
  }
  const isBehind = (expressions: readonly string[]) =>
    after ? [`${tuple(expressions)} ${than} ${tuple(after)}`] : []

  /** Where the index of one part begins: at the cursor for the rows beneath those that the cursor is beneath. */
  const bound = (index: number): string[] => {
    const part = walked[index]
    if (!after || !part || (index === steps.length && !isText)) return []
    const isBeneath = `${tuple(walked.slice(0, index))} = ${tuple(after.slice(0, index))}`
    const from = index === 0 ? after[0] : `case when ${isBeneath} then ${after[index]} else ${end} end`
    return [`${part} ${than}= ${from}`]
  }

  const filterOf = ({ through }: Step) => referred.find((it) => it.attribute === through.join())

  /** Conditions of the rows beneath the first steps, which fit the filters of those steps. */
  const beneath = (count: number) => {
    const taken = steps.slice(0, count)
    const left = referred.filter((it) => !taken.some((step) => filterOf(step) === it))
    return all([...tiesTo(taken), ...left.map((it) => refersTo(resource, it, referred)), ...where])
  }

  const sorted = (count: number) => `
    select ${named(joined.slice(count))} t.id from ${fromOf(resource)}
    where ${all([
      `t.id = any(array(select t.id from ${table} where not fit.many and ${beneath(count)} limit ${few}))`,
      ...isBehind(joined),
    ])}
    ${ordered(joined.length - count)}`

  /** The one row of a step that a filter names, or that is above one which a filter names. */
  const found = (step: Step): string | undefined => {
    const filter = filterOf(step)
    if (filter && !filter.range) return `r.id = any(${idsOf(resource, filter, referred)})`
    const below = steps.flatMap((it) => {
      const tie = it.on.find(({ above }) => above === step)
      const condition = tie && found(it)
      return condition ? [`select r.${tie.column} from "${it.to.name}" r where ${condition}`] : []
    })
    return below[0] && `r.id = any(array(${below[0]}))`
  }

  const walk = (step: Step, count: number, conditions: readonly string[]) => {
    const one = found(step)
    // Found first, because a walk past all the others looks cheaper to PostgreSQL than this.
    const rows = one ? `(select r.* from "${step.to.name}" r where ${one} offset 0)` : `"${step.to.name}"`
    const filter = filterOf(step)
    const range = filter?.range ? [filter.range(step.name)] : []
    const ties = step.on.map(({ column, above }) => `${step.alias}.${column} = ${above.alias}.id`)
    const rest = walked.slice(count + 1).map((_, index) => `k${count + 1 + index}, `)
    return `
    select ${step.name} as k${count}, ${rest.join('')} beneath.id
    from ${rows} ${step.alias} cross join lateral (${from(count + 1)}) beneath
    where ${all([...ties, ...range, ...bound(count), ...conditions])}
    ${ordered(walked.length - count)}`
  }

  const leaf = () => `
    select ${named(own)} t.id from ${own.some((it) => !it.startsWith('t.')) ? fromOf(resource) : table}
    where ${all([beneath(steps.length), ...bound(steps.length), ...isBehind(walked)])}
    ${ordered(own.length)}`

  const from = (count: number): string => {
    const step = steps[count]
    if (!step) return leaf()
    // Nothing is walked past in vain.
    if (step.on.length > 0 || found(step)) return walk(step, count, [])
    const columns = walked.slice(count).map((_, index) => `page.k${count + index}, `)
    return `
    select ${columns.join('')} page.id
    from (select exists (select from ${table} where ${beneath(count)} offset ${few}) as many offset 0) fit
    cross join lateral ((${sorted(count)}) union all (${walk(step, count, ['fit.many'])})) page`
  }

  return `select id from (${from(0)}) page`
}
