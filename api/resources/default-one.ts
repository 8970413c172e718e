// What a deployment always has one of, and what to do before the default one goes.
import { apiError } from '../errors.ts'

/** Terraform deletes before it updates, so that one apply cannot do both. */
export const defaultOne = (kind: 'organization' | 'workspace_provider', name: unknown) =>
  apiError(
    'is_default',
    `\`${name}\` is the default ${kind.replace('_', ' ')}, and there is always one: make another the default first, ` +
      `as default_${kind} of the deployment (with Terraform in an apply before this one, or with create_before_destroy).`,
  )
