// What one pass found out, collected while it runs and written down once, by `conclude`.
import type { Binding, Desired } from '../database/status/desired.ts'
import { type Finding, good, unknown } from './conditions.ts'
import { Trouble } from './trouble.ts'
import type { Remainder } from './waiting.ts'

export type BindingOutcome = {
  binding: Binding
  namespace: string | null
  namespace_uid: string | null
  namespace_created: boolean
  namespaceReady?: Finding
  synced?: Finding
  /** Everything of it has left the cluster, or was given up: its row may go. */
  gone: boolean
}
export type Outcome = {
  /** Whether the API server answered at all. */
  contact: boolean
  version: string | null
  clusterUid: string | null
  findings: Map<string, Finding>
  bindings: Map<string, BindingOutcome>
  /** Nothing of the provider is left in the cluster: its row may go. */
  gone: boolean
  remainder: Remainder
}

export const readiness = ['Reachable', 'CredentialsValid', 'Authorized', 'NamespaceReady']

export const startOutcome = ({ provider, bindings }: Desired): Outcome => ({
  contact: false,
  version: null,
  clusterUid: provider.stored.cluster_uid,
  findings: new Map(),
  bindings: new Map(
    bindings.map((binding) => {
      const { namespace, namespace_uid, namespace_created } = binding.stored
      // Of what was never written nothing has to be removed, and its cluster need not be in reach for that.
      const gone = binding.deleting && !binding.stored.touched
      return [binding.id, { binding, namespace, namespace_uid, namespace_created, gone }]
    }),
  ),
  gone: false,
  remainder: { kind: 'nothing' },
})

const urgency: Remainder['kind'][] = ['nothing', 'stalled', 'generic', 'pending', 'until']

/** Of everything left to do the most pressing decides when the next pass is; a server that says when is obeyed. */
export const leave = (outcome: Outcome, remainder: Remainder) => {
  if (urgency.indexOf(remainder.kind) > urgency.indexOf(outcome.remainder.kind)) outcome.remainder = remainder
}

export const failing = (type: string, trouble: Trouble): Finding => ({
  type,
  status: 'False',
  reason: trouble.reason,
  message: trouble.message,
  patience: trouble.patience,
})

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

/** The whole pass ended here: what comes before in the order of conditions holds, what follows is not known. */
export const fail = (outcome: Outcome, error: unknown) => {
  const trouble =
    error instanceof Trouble
      ? error
      : new Trouble('Defect', 'The reconciler itself has failed; its log says how.')
  const type = conditionOf[trouble.reason] ?? 'Reachable'
  outcome.findings.set(type, failing(type, trouble))
  const after = readiness.slice(readiness.indexOf(type) + 1)
  for (const it of [...after, 'Synced']) outcome.findings.set(it, unknown(it, type))
  if (!outcome.findings.has('RemovalAuthorized'))
    outcome.findings.set('RemovalAuthorized', unknown('RemovalAuthorized', type))
  if (type !== 'Reachable' && outcome.contact) {
    outcome.findings.set('Reachable', good('Reachable', 'The API server answers.'))
  }
  const { reason, message, patience } = trouble
  for (const it of readiness) {
    if (!outcome.findings.has(it)) {
      outcome.findings.set(it, { type: it, status: 'Unknown', reason, message, patience })
    }
  }
  // Who waits for a deletion reads here what it waits for.
  for (const of of outcome.bindings.values()) {
    if (of.binding.deleting && !of.gone) of.synced = failing('Synced', trouble)
  }
  leave(outcome, { kind: trouble.patience, retryAfter: trouble.retryAfter })
}

/** Whether the API server, or our own database, was only out of reach for a moment, as far as one pass can tell. */
export const mayPass = ({ findings, remainder }: Outcome) => {
  const { status, reason = '' } = findings.get('Reachable') ?? {}
  const seconds = remainder.kind === 'until' ? (remainder.retryAfter ?? 1) : 1
  return status === 'False' && momentary.has(reason) && seconds <= 5
}

const momentary = new Set(['Defect', 'HostUnreachable', 'HostNotFound', 'ServerError', 'Throttled'])

/** Trouble of one organization stays on its own binding. */
export const failBinding = (
  outcome: Outcome,
  of: BindingOutcome,
  part: 'namespaceReady' | 'synced',
  error: Trouble,
) => {
  if (part === 'namespaceReady') {
    of.namespaceReady = failing('NamespaceReady', error)
    of.synced = unknown('Synced', 'NamespaceReady')
  } else of.synced = failing('Synced', error)
  leave(outcome, { kind: error.patience, retryAfter: error.retryAfter })
}
