// What is peculiar to the deployment: what it points at cannot be deleted.
import type { deployment as schema } from '../../schemas/deployment.ts'
import type { Rules } from './rules.ts'

export const deployment: Rules<typeof schema> = {
  blocks: ['default_organization', 'default_workspace_provider'],
}
