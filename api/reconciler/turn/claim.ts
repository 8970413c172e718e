// The first step in a cluster: hold the namespace that the objects of the organization go to.
import { keyOf, type OwnedObject } from '../../resources/objects/object.ts'
import { errorOfOne } from '../cluster/errors.ts'
import type { ProviderContext } from '../provider-context.ts'
import { seenNamespace } from '../removal/seen-namespace.ts'
import { claimNamespace } from './claim-namespace.ts'
import { leave, type Result } from './result.ts'

/** A namespace that organizations share is claimed by the turn of the provider. */
export const claim = async (
  it: ProviderContext,
  result: Result,
  declared: readonly OwnedObject[],
): Promise<void> => {
  const namespace = declared.find(({ object }) => object.kind === 'Namespace')?.object
  if (!namespace) return
  const { deployment, id: provider, adopt } = it.provider
  const mine = { deployment, provider, organization: result.desired.organization }
  const seen = seenNamespace(it.cache, namespace.metadata.name)
  try {
    const { live, created } = await claimNamespace(it.cluster, namespace, mine, adopt, seen)
    if (live !== seen) {
      if (it.memory.wasWritten(namespace)) {
        it.measures.driftRepaired()
        result.repaired.push({ key: keyOf(namespace) })
      }
      it.memory.applied(namespace, live)
    }
    result.namespace_uid = live.metadata.uid ?? null
    result.namespace_created = created
  } catch (error) {
    result.namespaceError = errorOfOne(error)
    leave(result, result.namespaceError)
  }
}
