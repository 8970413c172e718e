// Tells an error of one kind of objects from an error of the whole cluster.
import type { Cluster } from './cluster.ts'
import { ClusterError } from './errors.ts'

/**
 * Whether the cluster answers, and cannot or will not tell about the one kind that was asked for. A kind whose objects
 * cannot be read is answered with 429 by newer API servers.
 */
const concernsOneKind = (error: unknown): error is ClusterError =>
  error instanceof ClusterError &&
  (error.reason === 'NotKubernetes' || ![undefined, 401].includes(error.status))

const isTimeout = (error: unknown) =>
  error instanceof ClusterError && (error.cause as Error | undefined)?.name === 'TimeoutError'

const answers = (cluster: Cluster) =>
  cluster.version().then(
    () => true,
    () => false,
  )

/**
 * The error of the one kind that was asked for; rejects with what concerns the whole cluster. An API server waits long
 * for a webhook that does not answer, and answers everything else meanwhile.
 */
export const errorOfKind = async (cluster: Cluster, error: unknown): Promise<ClusterError> => {
  if (concernsOneKind(error)) return error
  if (!isTimeout(error) || !(await answers(cluster))) throw error
  return new ClusterError('TimedOut', `${cluster.host} does not answer this in time.`)
}
