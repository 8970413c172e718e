// The rules of an object that can be a default of the deployment: whether it is, and what must happen before its deletion.
import { apiError } from '../errors.ts'
import type { Lookup } from './rules.ts'

/** Whether the row is a default of the deployment. */
export const isDefault: Lookup<boolean> = {
  verbs: ['delete'],
  sql: `select asked.id, exists (
      select from deployment where asked.id in (default_organization_id, default_workspace_provider_id)
    ) as value from jsonb_to_recordset($1) as asked (id text)`,
  otherwise: false,
}

/** Terraform deletes before it updates, so that one apply cannot do both. */
export const defaultOne = (kind: 'organization' | 'workspace_provider', name: unknown) =>
  apiError(
    'is_default',
    `The ${kind} \`${name}\` is the default of the deployment, which always has one. Make another the default first, ` +
      `as default_${kind} of the deployment (with Terraform in an apply before this one, or with create_before_destroy).`,
  )
