// The two forms of one relation: a set that lists all of it with authority, and a resource for each single row (TF-06).
import { resources } from '../../schemas/index.ts'
import type { Resource } from '../../schemas/vocabulary.ts'

export interface Relation {
  /** The resource that has the set, such as `workspace_provider`. */
  readonly owner: Resource
  /** The set, such as `allowed_organizations`. */
  readonly set: string
  /** The attribute by which a row names its owner. */
  readonly by: string
  readonly row: Resource
}

const relations: readonly Relation[] = resources.flatMap((owner) =>
  Object.entries(owner.attributes).flatMap(([set, { view }]) => {
    const row = resources.find(({ name }) => name === view)
    const by = Object.entries(row?.attributes ?? {}).find(
      ([, { shape }]) => shape.kind === 'reference' && shape.to === owner.name,
    )?.[0]
    return row && by ? [{ owner, set, by, row }] : []
  }),
)

/** The relation whose rows the resource is. The server makes some itself, so a row is created by PUT. */
export const relationOfRow = (resource: Resource) => relations.find(({ row }) => row === resource)
/** The relation that the resource lists with authority. */
export const relationOfOwner = (resource: Resource) => relations.find(({ owner }) => owner === resource)
