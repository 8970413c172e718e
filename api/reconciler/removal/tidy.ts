// Removes what no row explains, when there may be something, and says so as a condition that keeps no provider from being ready.
import { errorOfOne } from '../cluster/errors.ts'
import type { ProviderResult } from '../provider/result.ts'
import type { ProviderContext } from '../provider-context.ts'
import { type Finding, failing, good } from '../turn/conditions.ts'
import { removeOrphans } from './remove-orphans.ts'

const type = 'OrphansRemoved'

export const createTidying = () => {
  let isDue = false
  let finding: Finding | undefined

  const tidy = async (it: ProviderContext, result: ProviderResult) => {
    try {
      isDue = !(await removeOrphans(it, (organization) => result.orphans.push(organization)))
      finding = good(type, 'Every organization in the cluster is on the allowlist.')
    } catch (error) {
      const one = errorOfOne(error)
      isDue = one.kind === 'waiting'
      finding = failing(type, one)
    }
  }
  return {
    /** Something was seen that no row explains, or the cluster was listed. */
    suspect() {
      isDue = true
    },
    /** Whether to look again soon. */
    isUntidy: () => isDue,
    /** While the provider is paused nothing is deleted. */
    async look(it: ProviderContext, result: ProviderResult): Promise<void> {
      if (isDue && it.provider.paused !== true) await tidy(it, result)
      if (finding) result.findings.set(type, finding)
    },
  }
}
