// The rules of deployment: its default objects cannot be deleted.
import type { deployment as schema } from '../../schemas/deployment.ts'
import type { Rules } from './rules.ts'

const isDefault = { code: 'is_default', says: 'is a default of the deployment.' } as const

export const deployment: Rules<typeof schema> = {
  blocks: ['default_organization', 'default_workspace_provider'],
  refusals: {
    deployment_default_organization_fkey: isDefault,
    deployment_default_workspace_provider_fkey: isDefault,
  },
}
