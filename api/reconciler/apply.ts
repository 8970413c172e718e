// The fourth step: bring what differs to what is declared, and write nothing else.
import { type KubernetesObject, keyOf } from '../resources/objects/object.ts'
import { sharedObjects } from '../resources/objects/tenancy.ts'
import { good } from './conditions.ts'
import { declare } from './declare.ts'
import { inParallel } from './in-parallel.ts'
import { type BindingOutcome, failBinding } from './outcome.ts'
import { troubleOfOne } from './trouble.ts'
import type { UnderWay } from './under-way.ts'
import { write } from './write.ts'

export const apply = async (it: UnderWay): Promise<void> => {
  const { provider } = it.desired
  if (provider.namespace_mode === 'shared' && !provider.deleting) {
    const { deployment, id, namespace } = provider
    const shared = sharedObjects({ deployment, provider: id, namespace, settings: provider }).map(
      ({ object }) => object,
    )
    for (const object of shared) it.declared.set(keyOf(object), object)
    for (const object of shared) await write(it, object, liveOf(it, object))
  }
  const ready = [...it.outcome.bindings.values()].filter(
    ({ binding, namespaceReady }) => !binding.deleting && namespaceReady?.status === 'True',
  )
  await inParallel(ready, (of) => applyBinding(it, of))
}

const applyBinding = async (it: UnderWay, of: BindingOutcome) => {
  const declared = declare(it.desired.provider, of)
  // All of them, before the first write fails: what is declared is never pruned.
  for (const object of declared) it.declared.set(keyOf(object), object)
  try {
    for (const object of declared) await write(it, object, liveOf(it, object))
    of.synced = good('Synced', `All ${declared.length} objects are as declared.`)
  } catch (error) {
    failBinding(it.outcome, of, 'synced', troubleOfOne(error))
  }
}

const liveOf = ({ live }: UnderWay, object: KubernetesObject) =>
  object.kind === 'Namespace' ? live.namespaces.get(object.metadata.name) : live.objects.get(keyOf(object))
