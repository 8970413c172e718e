// The folder of a control plane: what its processes read, and what tells another process of ours about them.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CertificateAuthority, certificateAuthority } from './certificate-authority.ts'

/** Its programs in the order in which they are stopped: without etcd the API server hangs for a minute. */
export const programs = ['kube-controller-manager', 'kube-apiserver', 'etcd'] as const
export type Program = (typeof programs)[number]

/** What another process of ours needs to find, ask and stop a control plane. */
export interface ControlPlaneRecord {
  kubectl: string
  ports: Ports
  /** Process ids. */
  processes: Partial<Record<Program, number>>
}

export interface Ports {
  api: number
  etcd: number
  etcdPeer: number
}

export interface ControlPlaneFiles {
  authority: CertificateAuthority
  adminToken: string
}

export const kubeconfigFile = (directory: string) => join(directory, 'kubeconfig')
const recordFile = (directory: string) => join(directory, 'control-plane.json')

/** What was last started in the folder; nothing when nothing ever was. */
export const readRecord = (directory: string): ControlPlaneRecord | undefined => {
  const file = recordFile(directory)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

export const writeRecord = (directory: string, record: ControlPlaneRecord) =>
  writeFileSync(recordFile(directory), JSON.stringify(record))

/** Written once: a cluster that is started again on its data must trust what it signed before. */
export const prepareFiles = async (directory: string): Promise<ControlPlaneFiles> => {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const authority = await certificateAuthority(directory)
  const secret = (name: string, content: string) => writeSecret(join(directory, name), content)
  const tokens = join(directory, 'tokens.csv')
  if (!existsSync(tokens)) {
    const hosts = ['127.0.0.1', '10.96.0.1', 'localhost', 'kubernetes.default.svc']
    const identity = await authority.issueServer(hosts)
    secret('api-server.crt', identity.certificate)
    secret('api-server.key', identity.key)
    const accounts = generateKeyPairSync('rsa', { modulusLength: 2048 })
    secret('service-accounts.pub', accounts.publicKey.export({ type: 'spki', format: 'pem' }).toString())
    secret('service-accounts.key', accounts.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
    const token = randomBytes(24).toString('base64url')
    writeSecret(tokens, `${token},polder-admin,polder-admin,system:masters\n`)
  }
  return { authority, adminToken: readFileSync(tokens, 'utf8').split(',')[0]! }
}

/** The kubeconfig of the administrator. JSON is YAML, so kubectl reads it. */
export const writeKubeconfig = (
  directory: string,
  name: string,
  server: string,
  files: ControlPlaneFiles,
) => {
  const authority = Buffer.from(files.authority.certificate).toString('base64')
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    contexts: [{ name, context: { cluster: name, user: name } }],
    clusters: [{ name, cluster: { server, 'certificate-authority-data': authority } }],
    users: [{ name, user: { token: files.adminToken } }],
  }
  writeSecret(kubeconfigFile(directory), `${JSON.stringify(config, null, 2)}\n`)
}

const writeSecret = (file: string, content: string) => writeFileSync(file, content, { mode: 0o600 })
