// The fourth step: write what differs from what is declared, and nothing else.
import { namespaceObject } from '../resources/objects/namespace.ts'
import { type KubernetesObject, keyOf } from '../resources/objects/object.ts'
import { good } from './conditions.ts'
import { declare } from './desired.ts'
import { inParallel } from './in-parallel.ts'
import { type BindingOutcome, failBinding } from './outcome.ts'
import type { Pass } from './pass.ts'
import { concernsCluster, Trouble } from './trouble.ts'

export const apply = async (it: Pass): Promise<void> => {
  const { provider } = it.desired
  if (provider.namespace_mode === 'shared' && !provider.removing) {
    const claim = { deployment: provider.deployment, provider: provider.id }
    const declared = namespaceObject(provider.namespace, claim)
    it.declared.set(keyOf(declared), declared)
    await write(it, declared)
  }
  const ready = [...it.outcome.bindings.values()].filter(
    ({ binding, namespaceReady }) => !binding.removing && namespaceReady?.status === 'True',
  )
  await inParallel(ready, 8, (of) => applyBinding(it, of))
}

const applyBinding = async (it: Pass, of: BindingOutcome) => {
  const declared = declare(it.desired.provider, of)
  // All of them, before the first write fails: what is declared is never pruned.
  for (const object of declared) it.declared.set(keyOf(object), object)
  try {
    for (const object of declared) await write(it, object)
    of.synced = good('Synced', `All ${declared.length} objects are as declared.`)
  } catch (error) {
    if (concernsCluster(error) || !(error instanceof Trouble)) throw error
    failBinding(it.outcome, of, 'synced', error)
  }
}

const liveOf = ({ live }: Pass, object: KubernetesObject) =>
  object.kind === 'Namespace' ? live.namespaces.get(object.metadata.name) : live.objects.get(keyOf(object))

const write = async (it: Pass, declared: KubernetesObject) => {
  const live = liveOf(it, declared)
  if (live && it.memory.isAsDeclared(declared, live)) return
  // With its uid an object that vanished meanwhile is not made anew under a name that may be another's by now.
  const uid = declared.kind === 'Namespace' ? live?.metadata.uid : undefined
  const object = uid ? { ...declared, metadata: { ...declared.metadata, uid } } : declared
  const applied = await it.cluster.apply(object)
  it.memory.applied(declared, await withoutAdditions(it, declared, applied))
}

// An apply leaves alone what others added beside our fields, such as a rule in a policy that has none.
const withoutAdditions = (it: Pass, declared: KubernetesObject, applied: KubernetesObject) => {
  if (it.memory.isExactly(declared, applied)) return applied
  const { metadata: _, ...fields } = declared
  return it.cluster.replace({ ...applied, ...fields })
}
