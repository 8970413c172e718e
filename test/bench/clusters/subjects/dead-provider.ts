// Nineteen providers converge beside one whose cluster accepts connections and never answers, and without it.
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { median, timed } from '../../measure.ts'
import type { Context } from '../context.ts'
import { startDeployment } from '../deployment/deployment.ts'
import { createOrganizations } from '../deployment/organizations.ts'
import { providerOn } from '../deployment/provider-on.ts'
import { standing } from '../in-cluster/standing.ts'
import type { Measured } from '../result.ts'

const healthy = 19
const each = 10
const rounds = 3

const startDeadCluster = async () => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => sockets.add(socket.on('error', () => {}))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    server: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      for (const it of sockets) it.destroy()
      server.close()
    },
  }
}

const converged = async ({ site: { places, templates } }: Context, prefix: string, dead?: string) => {
  const { rest, stop } = await startDeployment()
  try {
    const names = await createOrganizations(rest, 0, each)
    const register = (cluster: Parameters<typeof providerOn>[0], name: string) =>
      rest.send('POST', '/v1/workspace_providers', providerOn(cluster, name, names))
    const before = await Promise.all(places.map(({ bare }) => standing(bare, templates)))
    const share = (at: number) => Math.floor((healthy - 1 - at) / places.length) + 1
    return await timed(async () => {
      if (dead) await register({ ...places[0]!.cluster, server: dead }, `${prefix}-dead`)
      for (let it = 0; it < healthy; it += 1)
        await register(places[it % places.length]!.cluster, `${prefix}-${it}`)
      await Promise.all(before.map((it, at) => it.more(share(at) * each)))
    })
  } finally {
    await stop()
  }
}

export const deadProvider = async (context: Context): Promise<Measured> => {
  const dead = await startDeadCluster()
  const [ours, floor]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    floor.push(await converged(context, `alone-${round}`))
    ours.push(await converged(context, `beside-${round}`, dead.server))
  }
  dead.stop()
  return { dead: { ours: median(ours), floor: median(floor) } }
}
