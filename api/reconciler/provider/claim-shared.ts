// Claims the namespace that the organizations of a provider share, and keeps what is in it for all of them.
import { fenced } from '../../database/status/fenced.ts'
import { markProviderWritten } from '../../database/status/placements.ts'
import type { DesiredProvider } from '../../database/status/provider.ts'
import { namespaces } from '../../resources/objects/kinds.ts'
import { sharedObjects } from '../../resources/objects/tenancy.ts'
import { ClusterError } from '../cluster/errors.ts'
import type { ProviderContext } from '../provider-context.ts'
import { claimNamespace } from '../turn/claim-namespace.ts'
import type { Repair } from '../turn/repair.ts'
import { writeObject } from '../turn/write-object.ts'

const objectsOf = (provider: DesiredProvider) => {
  const { deployment, id, namespace } = provider
  return sharedObjects({ deployment, provider: id, namespace, settings: provider }).map(
    ({ object }) => object,
  )
}

/** What was repaired in it. Rejects with ClusterError. */
export const claimShared = async (it: ProviderContext): Promise<Repair[]> => {
  const { id, deployment, adopt, written } = it.provider
  const [namespace, ...others] = objectsOf(it.provider)
  // Stored before the first write, so that a deletion from now on looks after what is in the cluster.
  if (!written && !(await fenced(it.database, it.lease, (session) => markProviderWritten(session, id)))) {
    throw new ClusterError('Deleting', 'The provider is being deleted. Nothing is claimed for it.')
  }
  // Nobody watches the namespace, for which a credential would have to reach all of them.
  const live = await it.cluster.read(namespaces, namespace!.metadata.name)
  await claimNamespace(it.cluster, namespace!, { deployment, provider: id }, adopt, live)
  const repaired: Repair[] = []
  for (const object of [namespace!, ...others]) {
    const repair = await writeObject(it, object)
    if (repair) repaired.push(repair)
  }
  return repaired
}
