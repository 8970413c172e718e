// A schema as TypeORM reads it: the table that the migrations must have made.
import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm'
import { referencesOf, resources } from '../../../schemas/index.ts'
import { topOf, uniqueIn } from '../../../schemas/place.ts'
import type { Resource } from '../../../schemas/vocabulary.ts'
import { rulesOf } from '../../resources/index.ts'
import { columnName, columnsOf, type TableColumn } from './columns.ts'
import { foreignKeysOf, isTargetInPlace } from './foreign-keys.ts'

/** Keys sort the same everywhere, whatever the locale of the database. */
const isSorted = (resource: Resource, name: string) =>
  resource.attributes[name]?.shape.kind === 'text' &&
  [...resource.key, ...(resource.unique ?? [])].includes(name)

const column = (resource: Resource, { name, type, nullable }: TableColumn): EntitySchemaColumnOptions => ({
  type: type === 'text[]' ? 'text' : type,
  array: type === 'text[]',
  nullable,
  ...(isSorted(resource, name) && { collation: 'C' }),
  ...(name === 'id' && { primary: true, primaryKeyConstraintName: `${resource.name}_id` }),
})

const columnOf = (resource: Resource, attribute: string) =>
  columnName(attribute, resource.attributes[attribute]!)

/** The entity of a resource. Constraint names are what the store tells refusals apart by. */
const entityOf = (resource: Resource) => {
  const { name } = resource
  const rules = rulesOf(resource)
  const key = uniqueIn(resource).map((part) => columnOf(resource, part))
  const later = referencesOf(resource).filter(
    ({ attribute }) => !resource.singleton && `${attribute}_id` !== key[0],
  )
  return new EntitySchema<Record<string, unknown>>({
    name,
    tableName: name,
    columns: Object.fromEntries(columnsOf(resource).map((it) => [it.name, column(resource, it)])),
    uniques: [
      ...(key.length === 0 ? [] : [{ name: `${name}_key`, columns: key }]),
      ...(isTargetInPlace(resource)
        ? [{ name: `${name}_in_place`, columns: [`${topOf(resource)!.name}_id`, 'id'] }]
        : []),
      ...(resource.unique ?? []).map((it) => ({
        name: `${name}_${it}_unique`,
        columns: [columnOf(resource, it)],
      })),
      ...Object.entries(rules.unique ?? {}).map(([it, columns]) => ({ name: it, columns: [...columns] })),
    ],
    indices: [
      ...later.map(({ attribute }) => ({ name: `${name}_${attribute}_index`, columns: [`${attribute}_id`] })),
      ...Object.entries(rules.onlyOne ?? {}).map(([it, { columns, where }]) => ({
        name: it,
        columns: [...columns],
        unique: true,
        where,
      })),
    ],
    checks: resource.singleton ? [{ name: `${name}_one`, expression: `id = '${name}'` }] : [],
    foreignKeys: foreignKeysOf(resource).map((it) => ({
      name: it.name,
      target: it.to,
      columnNames: it.columns,
      referencedColumnNames: it.referenced,
      onDelete: it.onDelete,
    })),
  })
}

export const entities = () => resources.map(entityOf)
