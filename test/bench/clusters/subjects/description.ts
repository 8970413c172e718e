// A change that reaches no cluster, against the same in a deployment that has none.

import { timed } from '../../measure.ts'
import type { Context } from '../context.ts'
import { startDeployment } from '../deployment/deployment.ts'
import { createOrganizations } from '../deployment/organizations.ts'
import type { RestClient } from '../deployment/rest-client.ts'
import { quantile } from '../quantile.ts'
import type { Measured } from '../result.ts'

const changes = 500

const change = async ({ send }: RestClient, names: string[]) => {
  const taken: number[] = []
  for (let change = 0; change < changes; change += 1) {
    const path = `/v1/organizations/${names[change % names.length]}`
    taken.push(await timed(() => send('PATCH', path, { description: `change ${change}` })))
  }
  return quantile(taken, 0.99)
}

export const description = async ({ organizations, proxied }: Context): Promise<Measured> => {
  const { rest, names, way } = await proxied()
  const count = way.counting()
  const ours = await change(rest, names)
  const requests = count.requests()
  const alone = await startDeployment()
  try {
    const floor = await change(alone.rest, await createOrganizations(alone.rest, 0, organizations))
    return { description: { ours: requests }, description99: { ours, floor } }
  } finally {
    await alone.stop()
  }
}
