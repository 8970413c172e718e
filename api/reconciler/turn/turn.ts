// One turn of one organization in one cluster, top to bottom: read, claim, write, prune.
import type { Desired } from '../../database/status/desired.ts'
import { tenancyObjects } from '../../resources/objects/tenancy.ts'
import { tenancyOf } from '../../resources/objects/tenancy-of.ts'
import type { ProviderContext } from '../provider-context.ts'
import { removeOrganization } from '../removal/remove-organization.ts'
import { claim } from './claim.ts'
import { isPaused, paused } from './paused.ts'
import { prune } from './prune.ts'
import { organizationPlacement, type Result, startResult } from './result.ts'
import { write } from './write.ts'

/** Undefined when the organization is not on the allowlist any more. Rejects with what concerns the whole cluster. */
export const turn = async (it: ProviderContext, organization: string): Promise<Result | undefined> => {
  const desired = await it.read(organization)
  if (!desired) return undefined
  const result = startResult(desired)
  if (isPaused(it.provider, desired)) return paused(result)
  const tenancy = tenancyOf(it.provider, desired, organizationPlacement(desired)?.namespace)
  result.namespace = tenancy.namespace
  const declared = tenancyObjects(tenancy)
  if (desired.deleting) return removeOrganization(it, result, tenancy.namespace, declared)
  // Stored before the first write, so that nothing is ever in a cluster that no row explains.
  if (!isWritten(desired) && !(await it.mark(organization, tenancy.namespace))) return undefined
  await claim(it, result, declared)
  await write(it, result, declared)
  await prune(it, result, tenancy.namespace, declared)
  return result
}

const isWritten = (desired: Desired) => organizationPlacement(desired)?.written ?? false
