// The interface of demo and tests to a Kubernetes cluster, started by Polder or found.
import { dirname, join } from 'node:path'
import { run } from '../parts/run.ts'
import type { Identity } from './certificate-authority.ts'
import { type ClusterAnswer, clusterRequest } from './cluster-request.ts'

export interface Cluster {
  /** `https://host:port` */
  server: string
  /** The authority of the server's certificate: PEM in base64, as a kubeconfig has it. */
  caData: string
  /** A bearer token that may do everything. */
  adminToken: string
  /** Path of a kubeconfig file of the administrator. */
  kubeconfig: string
  /** Path of a kubectl that suits the server. */
  kubectl: string
  /** As the administrator, or as the bearer of `token`. A refusal is an answer with its `status`. */
  request(method: string, path: string, body?: unknown, token?: string): Promise<ClusterAnswer>
  /** Runs kubectl as the administrator and returns what it prints. */
  runKubectl(args: string[], input?: string): Promise<string>
  /** Rejects for a cluster whose authority Polder does not own. */
  issueClientCertificate(commonName: string, groups?: string[], notAfter?: Date): Promise<Identity>
  /** An outage: connections are refused until `startApiServer`. `SIGKILL` ends it without goodbye. */
  stopApiServer(signal?: NodeJS.Signals): Promise<void>
  /** Resolves when the API answers again, at the same address. */
  startApiServer(): Promise<void>
  /** The database of the cluster: without it the API server answers nothing. */
  stopEtcd(signal?: NodeJS.Signals): Promise<void>
  /** On the same data. */
  startEtcd(): Promise<void>
  /** Ends what was started; leaves a cluster that was found alone. */
  stop(): Promise<void>
}

type Access = Pick<Cluster, 'server' | 'caData' | 'adminToken' | 'kubeconfig' | 'kubectl'>

/** The part of a cluster that is the same however it came to be. */
export const clusterAccess = (access: Access): Access & Pick<Cluster, 'request' | 'runKubectl'> => {
  const { server, caData, adminToken, kubeconfig, kubectl } = access
  // kubectl would keep what it learns of the cluster in the home directory, where nobody takes it away.
  const ours = ['--kubeconfig', kubeconfig, '--cache-dir', join(dirname(kubeconfig), 'kubectl-cache')]
  return {
    ...access,
    request: (method, path, body, token = adminToken) =>
      clusterRequest({ server, caData, token }, method, path, body),
    runKubectl: (args, input) => run(kubectl, [...ours, ...args], { input }),
  }
}
