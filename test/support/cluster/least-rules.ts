// What the manifest of a provider with a namespace for each organization allows its service account.
import { accountRules } from '../../../api/resources/manifest/account-rules.ts'
import type { PolicyRule } from './cluster-user.ts'

/** All of them, or the parts named. */
export const leastRules = (
  ...parts: readonly ('kept' | 'granted' | 'removal' | 'definitions')[]
): PolicyRule[] => {
  const rules = accountRules({ mode: 'per_organization', namespace: 'any', adopt: false })
  return parts.length === 0 ? Object.values(rules).flat() : parts.flatMap((it) => rules[it])
}
