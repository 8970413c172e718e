// A hundred organizations more on a provider whose watches are up, against a hundred on a fresh one, by the same link.
import { startFaultyProxy } from '../../../support/cluster/faulty-proxy.ts'
import { timed } from '../../measure.ts'
import type { Context } from '../context.ts'
import { startDeployment } from '../deployment/deployment.ts'
import { createOrganizations } from '../deployment/organizations.ts'
import { providerOn } from '../deployment/provider-on.ts'
import { standing } from '../in-cluster/standing.ts'
import type { Measured } from '../result.ts'

const added = 100
const rounds = 3

const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

const addedAt = async ({ site: { places, templates }, organizations }: Context, latencyMs: number) => {
  const [{ cluster, bare }] = places as [Context['site']['places'][number]]
  const proxy = await startFaultyProxy(cluster)
  const reached = { ...proxy, adminToken: cluster.adminToken }
  const { rest, stop } = await startDeployment()
  const until = async (asked: () => Promise<unknown>) => {
    const stand = await standing(bare, templates)
    return timed(async () => {
      await asked()
      await stand.more(added)
    })
  }
  try {
    const warm = `warm-${latencyMs}`
    const path = `/v1/workspace_providers/${warm}`
    const names = await createOrganizations(rest, 0, organizations)
    await rest.send('POST', '/v1/workspace_providers', providerOn(reached, warm, names))
    await rest.reconciled(path)
    proxy.link.latencyMs = latencyMs
    const taken: { ours: number; floor: number }[] = []
    for (let round = 0; round < rounds; round += 1) {
      const from = organizations + round * added
      const more = await createOrganizations(rest, from, from + added)
      names.push(...more)
      const ours = await until(() => rest.send('PATCH', path, { allowed_organizations: names }))
      await rest.reconciled(path)
      const fresh = `fresh-${latencyMs}-${round}`
      const floor = await until(() =>
        rest.send('POST', '/v1/workspace_providers', providerOn(reached, fresh, more)),
      )
      await rest.reconciled(`/v1/workspace_providers/${fresh}`)
      taken.push({ ours, floor })
    }
    return { ours: middle(taken.map(({ ours }) => ours)), floor: middle(taken.map(({ floor }) => floor)) }
  } finally {
    await stop()
    await proxy.stop()
  }
}

export const addedOrganizations = async (context: Context): Promise<Measured> => ({
  addedAt0: await addedAt(context, 0),
  addedAt50: await addedAt(context, 50),
})
