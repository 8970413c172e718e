// The registry of what is peculiar to each resource.
import { api_token } from './api_token.ts'
import { custom_role } from './custom_role.ts'
import { deployment } from './deployment.ts'
import { event } from './event.ts'
import { org_membership } from './org_membership.ts'
import { org_quota } from './org_quota.ts'
import { organization } from './organization.ts'
import type { Rules } from './rules.ts'
import { user } from './user.ts'
import { workspace_provider } from './workspace_provider.ts'
import { workspace_provider_allowlist_entry } from './workspace_provider_allowlist_entry.ts'

const rules: Readonly<Record<string, Rules>> = {
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
}

export const rulesOf = (resource: { name: string }): Rules => rules[resource.name] ?? {}
