// What is peculiar to the deployment: what it points at cannot be deleted.
import type { Rules } from './rules.ts'

export const deployment: Rules = {
  blocks: ['default_organization', 'default_workspace_provider'],
}
