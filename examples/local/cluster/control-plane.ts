// A Kubernetes control plane on loopback: etcd, the API server and the controllers as plain processes.
import { join, resolve } from 'node:path'
import { etcd } from '../parts/etcd.ts'
import { kubernetes } from '../parts/kubernetes.ts'
import { obtain } from '../parts/obtain.ts'
import { type Cluster, clusterAccess } from './cluster.ts'
import { apiServerArguments, controllerArguments, etcdArguments } from './control-plane-arguments.ts'
import {
  kubeconfigFile,
  type Ports,
  type Program,
  prepareFiles,
  programs,
  readRecord,
  writeKubeconfig,
  writeRecord,
} from './control-plane-files.ts'
import { type Daemon, isRunning, startDaemon, stopDaemon, waitFor } from './daemon.ts'
import { freePort, isFree } from './free-port.ts'

export interface ControlPlaneOptions {
  /** Holds everything of this cluster: certificates, data, logs, kubeconfig. */
  directory: string
  /** The name of the cluster in its kubeconfig. */
  name?: string
  /** Whether its processes outlive ours. Otherwise they die with us, however we die. */
  stays?: boolean
}

/** Starts a control plane and resolves when API and controllers work: in 3 to 10 s once its parts are there. */
export const startControlPlane = async (options: ControlPlaneOptions): Promise<Cluster> => {
  const { name = 'polder', stays = false } = options
  const directory = resolve(options.directory)
  const paths = { ...(await obtain(etcd)), ...(await obtain(kubernetes)) }
  const files = await prepareFiles(directory)
  const ports = await choosePorts(directory)
  const server = `https://127.0.0.1:${ports.api}`
  writeKubeconfig(directory, name, server, files)
  const cluster = clusterAccess({
    server,
    caData: Buffer.from(files.authority.certificate).toString('base64'),
    adminToken: files.adminToken,
    kubeconfig: kubeconfigFile(directory),
    kubectl: paths.kubectl,
  })
  const daemons: Partial<Record<Program, Daemon>> = {}
  const start = async (program: Program, args: string[]) => {
    daemons[program] = await startDaemon(paths[program], args, {
      log: join(directory, `${program}.log`),
      stays,
    })
    const processes = Object.fromEntries(Object.values(daemons).map(({ name, pid }) => [name, pid]))
    writeRecord(directory, { kubectl: paths.kubectl, ports, processes })
  }
  const ready = (path: string) => {
    const answers = async () => (await cluster.request('GET', path).catch(() => undefined))?.status === 200
    return waitFor(answers, Object.values(daemons))
  }
  const startApiServer = async () => {
    await start('kube-apiserver', apiServerArguments(directory, ports))
    await ready('/readyz')
  }
  const startEtcd = () => start('etcd', etcdArguments(directory, ports))
  const stopping = (program: Program) => (signal?: NodeJS.Signals) =>
    stopDaemon(daemons[program]!.pid, mark(directory), signal)

  try {
    await startEtcd()
    await startApiServer()
    await start('kube-controller-manager', controllerArguments(directory))
    // The first thing controllers make in a new cluster.
    await ready('/api/v1/namespaces/default/serviceaccounts/default')
  } catch (error) {
    await stopControlPlane(directory)
    throw error
  }
  const { issueClient } = files.authority
  return {
    ...cluster,
    issueClientCertificate: issueClient,
    stopApiServer: stopping('kube-apiserver'),
    startApiServer,
    stopEtcd: stopping('etcd'),
    startEtcd,
    stop: () => stopControlPlane(directory),
  }
}

/** Ends the processes of the control plane in `directory`, whoever started them. */
export const stopControlPlane = async (directory: string) => {
  const { processes = {} } = readRecord(directory) ?? {}
  for (const program of programs) {
    const pid = processes[program]
    if (pid) await stopDaemon(pid, mark(directory))
  }
}

/** The programs of the control plane in `directory` that run. */
export const runningPrograms = (directory: string): string[] => {
  const { processes = {} } = readRecord(directory) ?? {}
  return programs.filter((program) => {
    const pid = processes[program]
    return pid !== undefined && isRunning(pid, mark(directory))
  })
}

// Every process of a control plane has a file of its folder on its command line.
const mark = (directory: string) => `${resolve(directory)}/`

// The address of a cluster that is started again should be the one people wrote down.
const choosePorts = async (directory: string): Promise<Ports> => {
  const before = readRecord(directory)?.ports
  if (before && (await Promise.all(Object.values(before).map(isFree))).every(Boolean)) return before
  return { api: await freePort(), etcd: await freePort(), etcdPeer: await freePort() }
}
