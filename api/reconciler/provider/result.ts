// What one turn of a provider found out about its cluster.
import { ClusterError } from '../cluster/errors.ts'
import { type Finding, failing, good, unknown } from '../turn/conditions.ts'
import type { Repair } from '../turn/repair.ts'

export type ProviderResult = {
  /** Whether the API server answered at all. */
  contact: boolean
  clusterUid: string | null
  version: string | null
  readonly findings: Map<string, Finding>
  /** What all organizations of a shared namespace have in common, and had lost. */
  readonly repaired: Repair[]
  /** The organizations that no row explained, and of which something was deleted. */
  readonly orphans: string[]
  /** What ended the turn. */
  error?: ClusterError
}

/** The conditions that make a provider ready, in the order in which one presupposes the other. */
export const readiness = ['Reachable', 'CredentialsValid', 'Authorized', 'NamespaceReady']

export const isReady = ({ findings }: ProviderResult) =>
  readiness.every((type) => findings.get(type)?.status === 'True')

export const found = (result: ProviderResult, type: string, message: string) =>
  result.findings.set(type, good(type, message))

const conditionOf: Record<string, string> = {
  CredentialsRefused: 'CredentialsValid',
  CredentialsExpired: 'CredentialsValid',
  BadClientCertificate: 'CredentialsValid',
  PermissionMissing: 'Authorized',
  NamespaceMissing: 'NamespaceReady',
  NamespaceNotOurs: 'NamespaceReady',
  NamespaceInUse: 'NamespaceReady',
  NamespaceTerminating: 'NamespaceReady',
  Deleting: 'NamespaceReady',
}

const asError = (error: unknown) =>
  error instanceof ClusterError
    ? error
    : new ClusterError('Defect', 'The reconciler itself has failed. Its log says how.')

/** The turn ended here: what comes before in the order of conditions holds, what follows is not known. */
export const failAll = (result: ProviderResult, cause: unknown) => {
  const error = asError(cause)
  const type = conditionOf[error.reason] ?? 'Reachable'
  const { findings } = result
  result.error = error
  if (type !== 'Reachable' && result.contact && !findings.has('Reachable')) {
    found(result, 'Reachable', 'The API server answers.')
  }
  const { reason, message, kind } = error
  for (const it of readiness.slice(0, readiness.indexOf(type))) {
    if (!findings.has(it)) findings.set(it, { type: it, status: 'Unknown', reason, message, kind })
  }
  findings.set(type, failing(type, error))
  const after = [...readiness.slice(readiness.indexOf(type) + 1), 'RemovalAuthorized']
  for (const it of after) if (!findings.has(it)) findings.set(it, unknown(it, type))
}

const momentary = new Set([
  'Defect',
  'HostUnreachable',
  'HostNotFound',
  'ServerError',
  'Throttled',
  'AnswerUnreadable',
])

/** Whether the API server, or our own database, was only out of reach for a moment, as far as one try can tell. */
export const mayPass = ({ error }: ProviderResult) =>
  error !== undefined && momentary.has(error.reason) && (error.retryAfter ?? 1) <= 5

const ofConnection = new Set([
  'AddressRefused',
  'BadCertificate',
  'CredentialsExpired',
  'CredentialsRefused',
  'HostNotFound',
  'OtherCluster',
])

/** Whether the next try is to read files and connect anew. */
export const endsConnection = ({ error }: ProviderResult) =>
  error !== undefined && ofConnection.has(error.reason)
