// The foreign keys of a resource: what is in a place refers to nothing in another one (ORG-02).
import { referenceIn, referencesOf, resources } from '../../../schemas/index.ts'
import { commonPlace, naturalKey, topOf } from '../../../schemas/place.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { rulesOf } from '../../resources/index.ts'

export type ForeignKey = {
  name: string
  /** The last one points; before it may stand the place. */
  columns: string[]
  to: string
  referenced: string[]
  onDelete: 'RESTRICT' | 'CASCADE' | 'SET NULL'
}

/** A column, and with it the place, so that no row of another one can be meant. */
export const pointing = (from: Resource, column: string, to: Resource) => {
  const place = commonPlace(from, to)
  return {
    columns: place ? [`${place}_id`, column] : [column],
    to: to.name,
    referenced: place ? [`${place}_id`, 'id'] : ['id'],
  }
}

/** Rows go with what they belong to or are called by; what they merely mention leaves null behind. */
export const foreignKeysOf = (resource: Resource): ForeignKey[] =>
  (rulesOf(resource).detached ? [] : referencesOf(resource)).map(({ attribute, to }) => {
    const blocks = rulesOf(resource).blocks?.includes(attribute)
    const { presence } = resource.attributes[attribute]!
    const mentions = presence === 'optional' && !naturalKey(resource).includes(attribute)
    const onDelete = blocks ? 'RESTRICT' : mentions ? 'SET NULL' : 'CASCADE'
    const name = `${resource.name}_${attribute}_fkey`
    return { name, ...pointing(resource, `${attribute}_id`, to), onDelete }
  })

/** As `pg_get_constraintdef` tells it, but for quotes. Only the reference itself becomes null, never the place. */
export const definitionOf = ({ columns, to, referenced, onDelete }: ForeignKey) =>
  `FOREIGN KEY (${columns.join(', ')}) REFERENCES ${to}(${referenced.join(', ')}) ON DELETE ${onDelete}` +
  (onDelete === 'SET NULL' ? ` (${columns.at(-1)})` : '')

/** Whether a row is pointed at together with its place: from its own join tables, or from others in that place. */
export const isTargetInPlace = (resource: Resource): boolean =>
  topOf(resource) !== undefined &&
  resources.some((from) =>
    Object.values(from.attributes).some((it) => {
      const to = referenceIn(it)?.to
      if (!to || it.view || commonPlace(from, resource) === undefined) return false
      return to === resource.name || (it.shape.kind === 'set' && from === resource)
    }),
  )
