// The columns of the table of a resource, read from its schema and its rules.
import { isDrawn, isNullAnswered, isReferenceSet } from '../../../schemas/index.ts'
import type { Attribute, Resource, Shape } from '../../../schemas/vocabulary.ts'
import { rulesOf } from '../../resources/index.ts'

type ColumnType = 'text' | 'boolean' | 'integer' | 'bigint' | 'jsonb' | 'timestamptz' | 'bytea' | 'text[]'
export type TableColumn = { name: string; type: ColumnType; nullable: boolean }

const typeOf = ({ shape, presence }: Attribute): ColumnType => {
  const types: Record<Shape['kind'], ColumnType> = {
    text: 'text',
    quantity: 'text',
    reference: 'text',
    boolean: 'boolean',
    integer: presence === 'computed' ? 'integer' : 'bigint',
    timestamp: 'timestamptz',
    object: 'jsonb',
    map: 'jsonb',
    set: shape.kind === 'set' && shape.of.kind !== 'object' ? 'text[]' : 'jsonb',
  }
  return types[shape.kind]
}

/** Sets of references, secrets and derived facts are stored elsewhere, otherwise or not at all. */
export const isColumn = ({ derived, secret, shape }: Attribute) =>
  !derived && !secret && !isReferenceSet(shape)

export const columnName = (name: string, attribute: Attribute) => {
  if (attribute.secret) return `${name}_${isDrawn(attribute) ? 'digest' : 'encrypted'}`
  return attribute.shape.kind === 'reference' ? `${name}_id` : name
}

/** What follows another attribute is null while it does, though never answered so. */
const isNullable = (attribute: Attribute) => isNullAnswered(attribute) || attribute.follows !== undefined

/** Columns that every table has and no answer shows. */
const bookkeeping: TableColumn[] = [
  { name: 'receipt_user', type: 'text', nullable: true },
  { name: 'receipt_digest', type: 'text', nullable: true },
  { name: 'receipt_expires_at', type: 'timestamptz', nullable: true },
]
/** The generation of the last change that reaches a cluster. */
const inClusters: TableColumn[] = [{ name: 'cluster_generation', type: 'integer', nullable: false }]
const deletion: TableColumn[] = [
  { name: 'deletion_requested_at', type: 'timestamptz', nullable: true },
  { name: 'force', type: 'boolean', nullable: false },
]

export const isDeletedLater = (resource: Resource) => resource.clustered === 'deleted later'

const cache = new Map<Resource, TableColumn[]>()

export const columnsOf = (resource: Resource): TableColumn[] => {
  const known = cache.get(resource)
  if (known) return known
  const attributes = Object.entries(resource.attributes)
    .filter(([, it]) => isColumn(it) || it.secret)
    .map(([name, it]) => ({
      name: columnName(name, it),
      type: it.secret ? ('bytea' as const) : typeOf(it),
      nullable: isNullable(it),
    }))
  const own = Object.entries(rulesOf(resource).columns ?? {}).map(([name, { type, initial }]) => ({
    name,
    type,
    nullable: initial === null,
  }))
  const replaced = attributes.filter(({ name }) => !own.some((it) => it.name === name))
  const columns = [
    ...replaced,
    ...own,
    ...bookkeeping,
    ...(resource.clustered ? inClusters : []),
    ...(isDeletedLater(resource) ? deletion : []),
  ]
  cache.set(resource, columns)
  return columns
}
