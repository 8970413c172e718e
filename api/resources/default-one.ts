// What a deployment always has one of, and what to do before the default one goes.
import { apiError } from '../errors.ts'

/** Terraform deletes before it updates, so that one apply cannot do both. */
export const defaultOne = (kind: 'organization' | 'workspace_provider', name: unknown) =>
  apiError(
    'is_default',
    `The ${kind} \`${name}\` is the default of the deployment, which always has one. Make another the default first, ` +
      `as default_${kind} of the deployment (with Terraform in an apply before this one, or with create_before_destroy).`,
  )
