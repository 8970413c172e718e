// A Kubernetes control plane on loopback: etcd, the API server and the controllers as plain processes.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type CertificateAuthority, certificateAuthority } from './certificate-authority.ts'
import { type Cluster, clusterAccess } from './cluster.ts'
import {
  apiServerArguments,
  controllerArguments,
  etcdArguments,
  type Ports,
} from './control-plane-arguments.ts'
import { type Daemon, startDaemon, stopDaemon, waitFor } from './daemon.ts'
import { etcd } from './etcd.ts'
import { freePort } from './free-port.ts'
import { kubernetes } from './kubernetes.ts'
import { obtain } from './obtain.ts'

export interface ControlPlaneOptions {
  /** Holds everything of this cluster: certificates, data, logs, kubeconfig. */
  directory: string
  /** The name of the cluster in its kubeconfig. */
  name?: string
  /** Whether its processes outlive ours. Otherwise they die with us, however we die. */
  stays?: boolean
}

/** What a running control plane leaves on disk, so that another process can find and stop it. */
export interface ControlPlaneRecord {
  server: string
  ports: Ports
  /** Process ids in the order in which they are stopped: etcd last, or the API server hangs for a minute. */
  processes: { controllers: number; apiServer: number; etcd: number }
}

export const recordFile = (directory: string) => join(directory, 'control-plane.json')

/** Starts a control plane and resolves when API and controllers work: in 3 to 10 s once its parts are there. */
export async function startControlPlane(options: ControlPlaneOptions): Promise<Cluster> {
  const { name = 'polder', stays = false } = options
  const directory = resolve(options.directory)
  const mark = `${directory}/`
  const binaries = { ...(await obtain(etcd)), ...(await obtain(kubernetes)) }
  const authority = await prepare(directory)
  const adminToken = adminTokenOf(directory)

  const ports = { api: await freePort(), etcd: await freePort(), etcdPeer: await freePort() }
  const server = `https://127.0.0.1:${ports.api}`
  const kubeconfig = join(directory, 'kubeconfig')
  const caData = Buffer.from(authority.certificate).toString('base64')
  writeKubeconfig(kubeconfig, name, server, caData, adminToken)
  const access = clusterAccess({ server, caData, adminToken, kubeconfig, kubectl: binaries.kubectl })

  const running: Partial<Record<'controllers' | 'apiServer' | 'etcd', Daemon>> = {}
  const start = (log: string, command: string, args: string[]) =>
    startDaemon(command, args, { log: join(directory, `${log}.log`), stays })
  const answers = async (path: string) =>
    (await access.request('GET', path).catch(() => undefined))?.status === 200
  const record = () => {
    const pid = (daemon?: Daemon) => daemon?.pid ?? 0
    const processes = {
      controllers: pid(running.controllers),
      apiServer: pid(running.apiServer),
      etcd: pid(running.etcd),
    }
    writeFileSync(
      recordFile(directory),
      JSON.stringify({ server, ports, processes } satisfies ControlPlaneRecord),
    )
  }

  const startApiServer = async () => {
    const args = apiServerArguments(directory, ports)
    running.apiServer = await start('kube-apiserver', binaries['kube-apiserver'], args)
    record()
    await waitFor(() => answers('/readyz'), running.apiServer, mark)
  }
  const stop = async () => {
    for (const daemon of [running.controllers, running.apiServer, running.etcd]) {
      if (daemon) await stopDaemon(daemon.pid, mark)
    }
  }

  try {
    running.etcd = await start('etcd', binaries.etcd, etcdArguments(directory, ports))
    await startApiServer()
    const controllers = controllerArguments(directory)
    running.controllers = await start(
      'kube-controller-manager',
      binaries['kube-controller-manager'],
      controllers,
    )
    record()
    const account = '/api/v1/namespaces/default/serviceaccounts/default'
    await waitFor(() => answers(account), running.controllers, mark)
  } catch (error) {
    await stop()
    throw error
  }

  return {
    ...access,
    issueClientCertificate: authority.issueClient,
    stopApiServer: (signal) => stopDaemon(running.apiServer!.pid, mark, signal),
    startApiServer,
    stop,
  }
}

/** Everything the processes read: written once, so that a cluster started again on its data trusts its own. */
async function prepare(directory: string): Promise<CertificateAuthority> {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const authority = await certificateAuthority(directory)
  const secret = (file: string, content: string) =>
    writeFileSync(join(directory, file), content, { mode: 0o600 })
  if (!existsSync(join(directory, 'api-server.key'))) {
    const hosts = ['127.0.0.1', '10.96.0.1', 'localhost', 'kubernetes.default.svc']
    const identity = await authority.issueServer(hosts)
    secret('api-server.crt', identity.certificate)
    secret('api-server.key', identity.key)
    const accounts = generateKeyPairSync('rsa', { modulusLength: 2048 })
    secret('service-accounts.pub', accounts.publicKey.export({ type: 'spki', format: 'pem' }).toString())
    secret('service-accounts.key', accounts.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
    secret(
      'tokens.csv',
      `${randomBytes(24).toString('base64url')},polder-admin,polder-admin,system:masters\n`,
    )
  }
  return authority
}

const adminTokenOf = (directory: string) => readFileSync(join(directory, 'tokens.csv'), 'utf8').split(',')[0]!

// JSON is YAML, so kubectl reads it.
function writeKubeconfig(file: string, name: string, server: string, caData: string, token: string) {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    contexts: [{ name, context: { cluster: name, user: name } }],
    clusters: [{ name, cluster: { server, 'certificate-authority-data': caData } }],
    users: [{ name, user: { token } }],
  }
  writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`, { mode: 0o600 })
}
