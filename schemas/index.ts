// The registry of resources, in the order of the documentation.
import { api_token } from './api_token.ts'
import { custom_role } from './custom_role.ts'
import { deployment } from './deployment.ts'
import { event } from './event.ts'
import { org_membership } from './org_membership.ts'
import { org_quota } from './org_quota.ts'
import { organization } from './organization.ts'
import { user } from './user.ts'
import type { Attribute, Reference, Resource, SetOf, Shape, Surface } from './vocabulary.ts'
import { workspace_provider } from './workspace_provider.ts'
import { workspace_provider_allowlist_entry } from './workspace_provider_allowlist_entry.ts'

export const resources: readonly Resource[] = [
  organization,
  deployment,
  user,
  api_token,
  org_membership,
  custom_role,
  org_quota,
  workspace_provider,
  workspace_provider_allowlist_entry,
  event,
]

/** The last part of a URL and of a plural data source: `organizations`. */
export const pluralOf = ({ name, plural }: Pick<Resource, 'name' | 'plural'>) => plural ?? `${name}s`

/** Whether REST serves it; `put` creates and updates. */
export const serves = ({ verbs }: Resource, verb: string): boolean =>
  verbs === undefined ||
  (verb === 'put' ? ['create', 'update'] : [verb]).every((it) => verbs.some((one) => one === it))

/** The resources that a surface offers, in the same order. */
export const offeredAs = (surface: Surface): Resource[] =>
  resources.filter(({ surfaces }) => surfaces === undefined || surfaces.includes(surface))

/** The resource of that name; the name comes from code, so a miss is a defect. */
export const resourceNamed = (name: string): Resource => {
  const found = resources.find((it) => it.name === name)
  if (!found) throw new Error(`no resource is called ${name}`)
  return found
}

/** Whether an answer may hold null there. What is unmanaged keeps what it has, unless it is a view that is given up. */
export const isNullAnswered = ({ presence, nullable, unmanaged, view }: Attribute): boolean =>
  nullable === true || (presence === 'optional' && (!unmanaged || view !== undefined))

/** The server draws it: the row has a digest, and the create alone answers it. */
export const isDrawn = ({ presence, secret }: Attribute) => presence === 'computed' && secret === true

/** The names of what the server draws of a new object. */
export const drawnSecrets = ({ attributes }: Resource): string[] =>
  Object.keys(attributes).filter((name) => isDrawn(attributes[name]!))

export const isReferenceSet = (shape: Shape): shape is SetOf<Reference> =>
  shape.kind === 'set' && shape.of.kind === 'reference'

/** The reference, or the reference that each element of a set is. */
export const referenceIn = ({ shape }: Pick<Attribute, 'shape'>): Reference | undefined => {
  if (shape.kind === 'reference') return shape
  return isReferenceSet(shape) ? shape.of : undefined
}

/** The attributes that name one other object each. */
export const referencesOf = ({ attributes }: Resource): { attribute: string; to: Resource }[] =>
  Object.entries(attributes).flatMap(([attribute, { shape }]) =>
    shape.kind === 'reference' ? [{ attribute, to: resourceNamed(shape.to) }] : [],
  )

/** `organization_id` beside `organization`, `role_ids` beside `roles`; nothing where the shape holds no reference. */
export const idNameOf = (name: string, shape: Shape): string | undefined => {
  if (shape.kind === 'reference') return `${name}_id`
  return isReferenceSet(shape) ? `${name.replace(/s$/, '')}_ids` : undefined
}
