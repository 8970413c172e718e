// Objects of other people in a cluster, which whatever happens must leave as they are.
import { expect } from 'chai'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { othersIn } from './others-in.ts'

/**
 * Plants objects in the shared namespace of a fault scene and in one of nobody of Polder's with `labels` that
 * are copied from Polder's own.
 */
export const plantStrangers = async (cluster: Cluster, prefix: string, labels: Record<string, string>) => {
  const { post } = othersIn(() => cluster)
  const theirs = `${prefix}-theirs`
  const spec = { podSelector: {} }
  const planted = [`/api/v1/namespaces/${theirs}`]
  await post('/api/v1/namespaces', { metadata: { name: theirs } })
  for (const namespace of [theirs, `${prefix}-sha`]) {
    const plant = async (of: string, plural: string, more: object) => {
      const path = `${of}/namespaces/${namespace}/${plural}`
      const { metadata } = await post(path, { metadata: { name: 'theirs', labels }, ...more })
      planted.push(`${path}/${metadata.name}`)
    }
    await plant('/api/v1', 'configmaps', {})
    await plant('/apis/networking.k8s.io/v1', 'networkpolicies', { spec })
    await plant('/apis/rbac.authorization.k8s.io/v1', 'roles', { rules: [] })
  }
  const versions = () =>
    Promise.all(
      planted.map(async (path) => {
        const { metadata } = (await cluster.request('GET', path)).body
        return `${path} ${metadata?.uid} ${metadata?.resourceVersion}`
      }),
    )
  const before = await versions()
  return {
    /** Neither uid nor resource version has moved. */
    areUnchanged: async () => expect(await versions()).to.deep.equal(before),
  }
}
