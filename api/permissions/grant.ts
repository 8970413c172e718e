// The types of permissions: grants, which say what a user may do, and the parts of a row that decide.
import type { Resource } from '../../schemas/vocabulary.ts'

export const actions = ['create', 'read', 'list', 'update', 'delete'] as const
export type Action = (typeof actions)[number]

/** Some rows of a resource on which some actions may be done (a set of cells in a place), and why. */
export type Grant = {
  /** Every resource but some, or one. */
  readonly resource: string | { readonly except: readonly string[] }
  readonly actions: readonly Action[]
  /** `own`: only rows whose owner is the user. */
  readonly scope: 'all' | 'own'
  /** In every place, in one organization by its id, or in each of which the user is a member. */
  readonly place: 'everywhere' | 'memberships' | { readonly organization: string }
  /** Only rows whose owner holds none of these site roles. */
  readonly ownerWithout?: readonly string[]
  /** The role it comes from. */
  readonly by: string
}

/** Everything that one user may do. */
export type Grants = {
  readonly user: string
  /**
   * Ids of the organizations in which the user is known to be a member. Lists look memberships up by themselves;
   * elsewhere nothing is granted by a membership that nobody has looked up.
   */
  readonly memberOf: readonly string[]
  readonly held: readonly Grant[]
}

/** What of a row decides who may do what with it. */
export type Target = {
  /** The id of the organization whose grants decide; null is the deployment. */
  readonly place: string | null
  /** The id of the user whose own it is; null where the schema names no owner. */
  readonly owner: string | null
  /** The site roles of the owner; where they were not looked up, no grant holds that asks for them. */
  readonly ownerSiteRoles?: readonly string[]
}

/** What permission knows of a schema. */
export type Noun = Pick<Resource, 'name' | 'plural' | 'within' | 'place' | 'owner'>

/** Why an action is refused: who may do it, and which site roles of the owner stand in the way. */
export type Refusal = { readonly allowed: readonly string[]; readonly ownerHolds: readonly string[] }
