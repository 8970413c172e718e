// What is peculiar to an allowlist entry: it is also the binding that the reconciler works on.
import type { Rules } from './rules.ts'

export const workspace_provider_allowlist_entry: Rules = {
  columns: {
    automatic: { type: 'boolean', initial: false },
    namespace_uid: { type: 'text', initial: null },
    namespace_created: { type: 'boolean', initial: false },
    touched_at: { type: 'timestamptz', initial: null },
    observed: { type: 'jsonb', initial: {} },
    synced: { type: 'boolean', initial: false },
  },
}
