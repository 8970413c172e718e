// The command lines of the three processes of a control plane.
import { join } from 'node:path'
import type { Ports } from './control-plane-files.ts'

// What Polder's objects need: namespaces that go away, quotas that count, accounts, sets and their claims.
const controllers = [
  'namespace',
  'resourcequota',
  'garbagecollector',
  'serviceaccount',
  'serviceaccount-token',
  'pvc-protection',
  'persistentvolume-binder',
  'root-ca-cert-publisher',
  'statefulset',
  'deployment',
  'replicaset',
]

export const etcdArguments = (directory: string, ports: Ports): string[] => {
  const clients = `http://127.0.0.1:${ports.etcd}`
  const peers = `http://127.0.0.1:${ports.etcdPeer}`
  return [
    '--name=polder',
    `--data-dir=${join(directory, 'etcd')}`,
    `--listen-client-urls=${clients}`,
    `--advertise-client-urls=${clients}`,
    `--listen-peer-urls=${peers}`,
    `--initial-advertise-peer-urls=${peers}`,
    `--initial-cluster=polder=${peers}`,
    // A cluster for demo and tests survives its processes, not a power cut; in return it is twice as quick.
    '--unsafe-no-fsync',
  ]
}

export const apiServerArguments = (directory: string, ports: Ports): string[] => [
  `--etcd-servers=http://127.0.0.1:${ports.etcd}`,
  '--bind-address=127.0.0.1',
  '--advertise-address=127.0.0.1',
  `--secure-port=${ports.api}`,
  `--cert-dir=${directory}/`,
  `--tls-cert-file=${join(directory, 'api-server.crt')}`,
  `--tls-private-key-file=${join(directory, 'api-server.key')}`,
  `--client-ca-file=${join(directory, 'ca.crt')}`,
  `--token-auth-file=${join(directory, 'tokens.csv')}`,
  `--service-account-key-file=${join(directory, 'service-accounts.pub')}`,
  `--service-account-signing-key-file=${join(directory, 'service-accounts.key')}`,
  '--service-account-issuer=https://kubernetes.default.svc',
  '--authorization-mode=RBAC',
  '--service-cluster-ip-range=10.96.0.0/16',
  '--allow-privileged=true',
]

export const controllerArguments = (directory: string): string[] => [
  `--kubeconfig=${join(directory, 'kubeconfig')}`,
  '--secure-port=0',
  '--leader-elect=false',
  `--service-account-private-key-file=${join(directory, 'service-accounts.key')}`,
  `--root-ca-file=${join(directory, 'ca.crt')}`,
  `--controllers=${controllers.join(',')}`,
]
