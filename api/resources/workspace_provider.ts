// What is peculiar to a workspace provider beyond its schema.
import type { Rules } from './rules.ts'

export const workspace_provider: Rules = {
  columns: {
    authoritative: { type: 'boolean', initial: false },
    cluster_uid: { type: 'text', initial: null },
    ready: { type: 'boolean', initial: false },
    address: { type: 'text', initial: 'host' },
  },
  unique: { workspace_provider_namespace_owner: ['address', 'namespace'] },
  onlyOne: { workspace_provider_built_in: { columns: ['built_in'], where: 'built_in' } },
}
