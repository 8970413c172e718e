// Tells trouble with one kind of objects from trouble with the whole cluster.
import type { Cluster } from './cluster.ts'
import { concernsOneKind, Trouble } from './trouble.ts'

const isTimeout = (error: unknown) =>
  error instanceof Trouble && (error.cause as Error | undefined)?.name === 'TimeoutError'

const answers = (cluster: Cluster) =>
  cluster.version().then(
    () => true,
    () => false,
  )

/**
 * The trouble of the one kind that was asked for; rejects with what concerns the whole cluster. An API server waits long
 * for a webhook that does not answer, and answers everything else meanwhile.
 */
export const troubleOfKind = async (cluster: Cluster, error: unknown): Promise<Trouble> => {
  if (concernsOneKind(error)) return error
  if (!isTimeout(error) || !(await answers(cluster))) throw error
  return new Trouble('TimedOut', `${cluster.host} does not answer this in time.`)
}
