// Removes what no row explains, and says so as a condition. Orphans keep no provider from being ready.
import { errorOfOne } from '../cluster/errors.ts'
import type { ProviderContext } from '../provider-context.ts'
import { type Finding, failing, good } from '../turn/conditions.ts'
import { removeOrphans } from './remove-orphans.ts'

const type = 'OrphansRemoved'

/** `again`: whether to look again soon. */
export const tidy = async (it: ProviderContext): Promise<{ finding: Finding; again: boolean }> => {
  try {
    const again = !(await removeOrphans(it))
    return { finding: good(type, 'Every organization in the cluster is on the allowlist.'), again }
  } catch (error) {
    const one = errorOfOne(error)
    return { finding: failing(type, one), again: one.kind === 'waiting' }
  }
}
