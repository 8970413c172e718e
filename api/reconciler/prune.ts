// The last step in the cluster: take away what is ours and no longer declared, and nothing else.
import { isWritten, keyOf, organizationLabel } from '../resources/objects/object.ts'
import { good } from './conditions.ts'
import { declare } from './declare.ts'
import { going } from './going.ts'
import { inParallel } from './in-parallel.ts'
import { type BindingOutcome, failBinding, failing, leave, type Outcome } from './outcome.ts'
import { removeNamespace } from './remove-namespace.ts'
import { removeUnexplained } from './remove-unexplained.ts'
import { troubleOfOne } from './trouble.ts'
import type { UnderWay } from './under-way.ts'

export const prune = async (it: UnderWay): Promise<void> => {
  const { provider } = it.desired
  const { outcome } = it
  await inParallel(outcome.bindings.values(), async (of) => {
    if (of.gone) return
    try {
      if (of.binding.deleting) await removeBinding(it, of)
      else if (of.synced?.status === 'True') await removeUndeclared(it, of)
    } catch (error) {
      failBinding(outcome, of, 'synced', troubleOfOne(error))
    }
  })
  outcome.findings.set('Synced', await removeUnexplained(it).then(() => summary(it), orFinding(outcome)))
  const left = [...outcome.bindings.values()].some(({ gone }) => !gone)
  if (provider.deleting && !left) outcome.gone = await removeProvider(it)
}

// Labels alone may be a copy: ours is what a row names or we wrote.
const objectsOf = ({ desired, live }: UnderWay, of: BindingOutcome) => {
  const named = new Set(declare(desired.provider, of).map(keyOf))
  return [...live.objects.values()].filter(
    (object) =>
      object.metadata.labels?.[organizationLabel] === of.binding.organization_id &&
      object.metadata.namespace === of.namespace &&
      (isWritten(object.metadata) || named.has(keyOf(object))),
  )
}

const removeUndeclared = async (it: UnderWay, of: BindingOutcome) => {
  for (const object of objectsOf(it, of)) {
    if (!it.declared.has(keyOf(object))) await it.cluster.remove(object)
  }
}

// Gone only when a later pass has seen that nothing is left.
const removeBinding = async (it: UnderWay, of: BindingOutcome) => {
  const { provider } = it.desired
  const namespace = of.namespace ?? ''
  if (provider.namespace_mode === 'per_organization') {
    const claim = {
      deployment: provider.deployment,
      provider: provider.id,
      organization: of.binding.organization_id,
    }
    const guard = {
      claim,
      uid: of.binding.stored.namespace_uid,
      keep: provider.adopt,
      force: of.binding.force,
      named: declare(provider, of),
    }
    const found = it.live.namespaces.get(namespace) ?? null
    const before = async () => (await removeAll(it, of)) === 0
    of.gone = await removeNamespace(it, namespace, found, guard, before)
  } else of.gone = (await removeAll(it, of)) === 0
  if (of.gone) return
  of.synced = going(namespace, it.live.namespaces.get(namespace))
  leave(it.outcome, { kind: 'pending' })
}

/** How many there were. */
const removeAll = async (it: UnderWay, of: BindingOutcome) => {
  const objects = objectsOf(it, of)
  for (const object of objects) await it.cluster.remove(object)
  return objects.length
}

const orFinding = (outcome: Outcome) => (error: unknown) => {
  const trouble = troubleOfOne(error)
  leave(outcome, { kind: trouble.patience })
  return failing('Synced', trouble)
}

const summary = ({ desired, outcome }: UnderWay) => {
  const all = [...outcome.bindings.values()]
  const isKept = (reason = '') => ['NamespaceInUse', 'NamespaceTerminating'].includes(reason)
  const kept = all.find(({ gone, synced }) => !gone && isKept(synced?.reason))
  if (desired.provider.deleting && kept?.synced) {
    return {
      ...kept.synced,
      message: `Organization \`${kept.binding.organization_name}\`: ${kept.synced.message}`,
    }
  }
  const staying = all.filter(({ binding }) => !binding.deleting)
  const failed = staying.filter(({ synced }) => synced?.status !== 'True')
  const [n, m] = [staying.length - failed.length, staying.length]
  if (failed.length === 0) return good('Synced', `${n} of ${m} organizations are as declared.`)
  const names = failed.slice(0, 5).map(({ binding }) => binding.organization_name)
  const more = failed.length > 5 ? ` and ${failed.length - 5} more` : ''
  return {
    type: 'Synced',
    status: 'False' as const,
    reason: 'OrganizationsFail',
    message: `${n} of ${m} organizations are as declared; not ${names.join(', ')}${more}.`,
  }
}

const removeProvider = async (it: UnderWay) => {
  const { cluster, desired, live } = it
  const { id, deployment, namespace, namespace_mode: mode, adopt, force } = desired.provider
  if (mode === 'per_organization') return true
  const found = live.namespaces.get(namespace) ?? null
  const guard = { claim: { deployment, provider: id }, uid: null, keep: adopt, force, named: [] }
  // What belongs to the provider and to none of its organizations.
  const own = [...live.objects.values()].filter(
    ({ metadata }) => !metadata.labels?.[organizationLabel] && isWritten(metadata),
  )
  const gone = await removeNamespace(it, namespace, found, guard, async () => {
    for (const object of own) await cluster.remove(object)
    return own.length === 0
  })
  if (!gone) leave(it.outcome, { kind: 'pending' })
  return gone
}
