// The foreign keys of a resource: what is in a place refers to nothing in another one (ORG-02).
import { resourceNamed, resources } from '../../../schemas/index.ts'
import { naturalKey, topOf } from '../../../schemas/place.ts'
import type { Resource, Shape } from '../../../schemas/vocabulary.ts'
import { rulesOf } from '../../resources/index.ts'

export type ForeignKey = {
  name: string
  /** The last one points; before it may stand the place. */
  columns: string[]
  to: string
  referenced: string[]
  onDelete: 'RESTRICT' | 'CASCADE' | 'SET NULL'
}

/** The column that names the place which both are in; nothing where one of them is outside. */
const sharedPlace = (from: Resource, to: Resource): string | undefined => {
  const top = topOf(to)
  return top && topOf(from) === top ? `${top.name}_id` : undefined
}

/** A column, and with it the place, so that no row of another one can be meant. */
export const pointing = (from: Resource, column: string, to: Resource) => {
  const place = sharedPlace(from, to)
  return {
    columns: place ? [place, column] : [column],
    to: to.name,
    referenced: place ? [place, 'id'] : ['id'],
  }
}

/** Rows go with what they belong to or are called by; what they merely mention leaves null behind. */
export const foreignKeysOf = (resource: Resource): ForeignKey[] =>
  Object.entries(resource.attributes).flatMap(([attribute, { shape, presence }]) => {
    if (shape.kind !== 'reference') return []
    const blocks = rulesOf(resource).blocks?.includes(attribute)
    const mentions = presence === 'optional' && !naturalKey(resource).includes(attribute)
    const onDelete = blocks ? 'RESTRICT' : mentions ? 'SET NULL' : 'CASCADE'
    const name = `${resource.name}_${attribute}_fkey`
    return [{ name, ...pointing(resource, `${attribute}_id`, resourceNamed(shape.to)), onDelete }]
  })

/** As `pg_get_constraintdef` tells it, but for quotes. Only the reference itself becomes null, never the place. */
export const definitionOf = ({ columns, to, referenced, onDelete }: ForeignKey) =>
  `FOREIGN KEY (${columns.join(', ')}) REFERENCES ${to}(${referenced.join(', ')}) ON DELETE ${onDelete}` +
  (onDelete === 'SET NULL' ? ` (${columns.at(-1)})` : '')

const targetOf = (shape: Shape): string | undefined => {
  const it = shape.kind === 'set' ? shape.of : shape
  return it.kind === 'reference' ? it.to : undefined
}

/** Whether a row is pointed at together with its place: from its own join tables, or from others in that place. */
export const isTargetInPlace = (resource: Resource): boolean =>
  topOf(resource) !== undefined &&
  resources.some((from) =>
    Object.values(from.attributes).some(({ shape, view }) => {
      const to = targetOf(shape)
      if (!to || view || sharedPlace(from, resource) === undefined) return false
      return to === resource.name || (shape.kind === 'set' && from === resource)
    }),
  )
