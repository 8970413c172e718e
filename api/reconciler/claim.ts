// The second step: hold the namespaces that the provider's objects go to.

import { touch, touchProvider } from '../database/status/conclusions.ts'
import { namespaces } from '../resources/objects/kinds.ts'
import { namespaceName } from '../resources/objects/names.ts'
import { namespaceObject } from '../resources/objects/namespace.ts'
import { providerLabels, selectorOf } from '../resources/objects/object.ts'
import { claimNamespace } from './claim-namespace.ts'
import { good } from './conditions.ts'
import { tenancyOf } from './declare.ts'
import { inParallel } from './in-parallel.ts'
import { failBinding } from './outcome.ts'
import { Trouble, troubleOfOne } from './trouble.ts'
import type { UnderWay } from './under-way.ts'

export const claim = async (it: UnderWay): Promise<void> => {
  const { provider } = it.desired
  // In a namespace of their own the claim is the first write for an organization, in a shared one it is not.
  if (provider.namespace_mode === 'shared') {
    await claimShared(it)
    await nameAndTouch(it)
  } else {
    await nameAndTouch(it)
    await claimEach(it)
  }
  const message =
    provider.namespace_mode === 'shared'
      ? `Namespace ${provider.namespace} is held by this provider.`
      : 'Each organization has a namespace of its own.'
  it.outcome.findings.set('NamespaceReady', good('NamespaceReady', message))
}

// Stored before the first write, so that nothing is ever in a cluster that no row explains; a binding that is
// being deleted by then is not touched any more.
const nameAndTouch = async ({ database, desired, outcome }: UnderWay) => {
  const { provider, bindings } = desired
  const fresh = bindings
    .filter(({ deleting, stored }) => !deleting && !stored.touched)
    .map(({ id, organization_id: organization, organization_name }) => ({
      id,
      namespace:
        provider.namespace_mode === 'shared'
          ? provider.namespace
          : namespaceName(provider.namespace, organization_name, {
              deployment: provider.deployment,
              provider: provider.id,
              organization,
            }),
    }))
  if (fresh.length === 0) return
  const touched = await touch(database, fresh)
  for (const { id, namespace } of fresh) {
    const of = outcome.bindings.get(id)
    if (of && touched.has(id)) of.namespace = namespace
    else outcome.bindings.delete(id)
  }
}

const claimShared = async ({ cluster, database, desired, live, outcome }: UnderWay) => {
  const { id: provider, deployment, namespace, adopt, deleting, stored } = desired.provider
  const found = await cluster.read('v1', 'Namespace', namespace)
  if (deleting) {
    if (found) live.namespaces.set(namespace, found)
    return
  }
  if (!stored.touched && !(await touchProvider(database, provider))) {
    throw new Trouble('Deleting', 'The provider is being deleted: nothing is claimed for it.')
  }
  const claim = { deployment, provider }
  const declared = namespaceObject({ ...claim, namespace, settings: desired.provider })
  const claimed = await claimNamespace(cluster, declared, claim, adopt, found)
  live.namespaces.set(namespace, claimed.live)
  for (const of of outcome.bindings.values()) {
    of.namespace_uid = claimed.live.metadata.uid ?? null
    of.namespaceReady = good('NamespaceReady', `Namespace ${namespace} is shared.`)
  }
}

const claimEach = async ({ cluster, desired, live, outcome }: UnderWay) => {
  const { id: provider, deployment, adopt } = desired.provider
  const { items, version } = await cluster.list(namespaces, selectorOf(providerLabels(deployment, provider)))
  for (const item of items) live.namespaces.set(item.metadata.name, item)
  live.versions.set(namespaces.kind, version)
  const active = [...outcome.bindings.values()].filter(({ binding }) => !binding.deleting)
  await inParallel(active, async (of) => {
    const name = of.namespace ?? ''
    const organization = of.binding.organization_id
    try {
      const mine = { deployment, provider, organization }
      const declared = namespaceObject(tenancyOf(desired.provider, of))
      const claimed = await claimNamespace(cluster, declared, mine, adopt, live.namespaces.get(name) ?? null)
      live.namespaces.set(name, claimed.live)
      of.namespace_uid = claimed.live.metadata.uid ?? null
      of.namespace_created = claimed.created
      of.namespaceReady = good('NamespaceReady', `Namespace ${name} is this organization's own.`)
    } catch (error) {
      failBinding(outcome, of, 'namespaceReady', troubleOfOne(error))
    }
  })
}
