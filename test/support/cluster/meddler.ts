// Somebody else who narrows the network policies that Polder writes, under a field manager of their own.
import { expect } from 'chai'
import { organizationLabel } from '../../../api/resources/objects/object.ts'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { held, type Reconciling } from './reconciling.ts'

/** One policy of an organization in a provider. */
export const meddlerWith = async (
  cluster: Cluster,
  polder: Reconciling,
  provider: string,
  organization: string,
) => {
  const [key, { metadata }] = [...(await held(cluster, polder.deployment, provider))].find(
    ([it, held]) => it.endsWith('-allow') && held.metadata.labels[organizationLabel] === organization,
  )!
  const path = `/apis/networking.k8s.io/v1/namespaces/${metadata.namespace}/networkpolicies/${metadata.name}`
  const isWhole = async () => (await cluster.request('GET', path)).body.spec.policyTypes.length === 2
  return {
    key: `NetworkPolicy/${key.slice('networkpolicies/'.length)}`,
    /** Whether the policy was as declared, and is not any more. */
    async narrow(): Promise<boolean> {
      const { body } = await cluster.request('GET', path)
      if (body.spec.policyTypes.length === 1) return false
      const spec = { ...body.spec, policyTypes: ['Ingress'] }
      const { status } = await cluster.request('PUT', `${path}?fieldManager=meddler`, { ...body, spec })
      return status === 200
    },
    isWhole: async () => expect(await isWhole()).to.equal(true),
  }
}
