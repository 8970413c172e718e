// The memory of a process that has nothing to do, and of one with all organizations on both clusters.
import type { Context } from '../context.ts'
import { startDeployment } from '../deployment/deployment.ts'
import { residentMegabytes } from '../deployment/usage.ts'
import type { Measured } from '../result.ts'

export const memory = async ({ fleet }: Context): Promise<Measured> => {
  const idle = await startDeployment()
  const idleMemory = { ours: residentMegabytes(idle.first().pid) }
  await idle.stop()
  return { idleMemory, fleetMemory: { ours: residentMegabytes((await fleet()).first().pid) } }
}
