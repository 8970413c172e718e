// Refuses, before a body is read, users who may do this to no object at all; the store decides about each row.
import { apiError } from '../errors.ts'
import type { Deed } from '../permissions/forbidden.ts'
import type { Noun } from '../permissions/grant.ts'
import { permit } from '../permissions/permit.ts'
import type { Actor } from '../resources/rules.ts'
import type { Verb } from './route.ts'

/** What a verb needs permission for. `anybody` may ask: strangers too, or each item is judged by itself. */
const needs: Readonly<Record<Verb, Deed | 'anybody'>> = {
  list: 'list',
  create: 'create',
  read: 'read',
  update: 'update',
  put: 'put',
  delete: 'delete',
  reconcile: 'update',
  create_dry_runs: 'anybody',
  create_confirmations: 'anybody',
  // It tells the configuration of a provider, which auditors do not see (WP-10).
  read_manifest: 'update',
  read_new_manifest: 'update',
  alive: 'anybody',
  ready: 'anybody',
  document: 'anybody',
  reference: 'anybody',
}

/** Throws `forbidden` with who may. */
export const authorize = (actor: Actor, { does, resource }: { does: Verb; resource?: Noun }): void => {
  const needed = needs[does]
  if (needed === 'anybody' || !resource) return
  const [refusal] = permit(actor, needed, resource, [undefined])
  if (refusal) throw apiError('forbidden', refusal.detail, refusal)
}
