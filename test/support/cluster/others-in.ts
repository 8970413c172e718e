// What people and programs other than Polder do in a cluster.
import { expect } from 'chai'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'

/** `cluster` is asked at each call, since a hook starts it. */
export const othersIn = (cluster: () => Cluster) => ({
  /** Creates an object, which must succeed, and gives it as created. */
  post: async (path: string, body: object) => {
    const answer = await cluster().request('POST', path, body)
    expect(answer.status, JSON.stringify(answer.body)).to.equal(201)
    return answer.body
  },
  /** Replaces members of an object, which must succeed. */
  change: async (path: string, changed: object) => {
    const { body } = await cluster().request('GET', path)
    const answer = await cluster().request('PUT', path, { ...body, ...changed })
    expect(answer.status, JSON.stringify(answer.body)).to.equal(200)
  },
  isGoing: async (namespace: string) => {
    const { status, body } = await cluster().request('GET', `/api/v1/namespaces/${namespace}`)
    return status === 404 || body.metadata.deletionTimestamp !== undefined
  },
})
