// Clusters that are away while quotas change: how long after their return all changes are there.
import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '../../../support/until.ts'
import type { Context } from '../context.ts'
import { createQuotas } from '../deployment/quota-changes.ts'
import type { ClusterObject } from '../in-cluster/bare-client.ts'
import type { Measured } from '../result.ts'

const changed = 20

type Outage = { ms: number; begin(): Promise<void> | void; end(): Promise<void> | void }

const recoveryMs = async (context: Context, { ms, begin, end }: Outage) => {
  const { rest, providers, names } = await context.proxied()
  const { bare } = context.site.places[0]!
  const quotas = await createQuotas(rest, providers[0]!, names.slice(0, changed))
  await begin()
  const begun = performance.now()
  const cpu = '77'
  for (const { id } of quotas) await rest.send('PATCH', `/v1/org_quotas/${id}`, { limits: { cpu } })
  // The time is the subject: it is how long the outage lasts.
  await sleep(ms - (performance.now() - begun))
  await end()
  const ended = performance.now()
  for (const { id, namespace } of quotas) {
    const path = `/api/v1/namespaces/${namespace}/resourcequotas/polder-quota`
    const look = async () => {
      const { spec } = JSON.parse(await bare.send('GET', path)) as ClusterObject & {
        spec: { hard: Record<string, string> }
      }
      if (spec.hard['requests.cpu'] !== cpu) throw new Error(`The quota ${id} is not in the cluster.`)
    }
    await until(look, 300_000, 10)
  }
  const taken = performance.now() - ended
  for (const { id } of quotas) await rest.send('DELETE', `/v1/org_quotas/${id}`)
  await rest.reconciled(`/v1/workspace_providers/${providers[0]}`)
  return { ours: taken }
}

export const outages = async (context: Context): Promise<Measured> => {
  const { way } = await context.proxied()
  const [proxy] = way.proxies
  const { cluster } = context.site.places[0]!
  const refuse = (isRefusing: boolean) => () => {
    proxy!.isRefusing = isRefusing
    if (isRefusing) proxy!.resetAll()
  }
  return {
    refused: await recoveryMs(context, { ms: 20_000, begin: refuse(true), end: refuse(false) }),
    silent: await recoveryMs(context, { ms: 60_000, begin: proxy!.freeze, end: proxy!.thaw }),
    longDown: await recoveryMs(context, {
      ms: 120_000,
      begin: () => cluster.stopApiServer('SIGKILL'),
      end: () => cluster.startApiServer(),
    }),
  }
}
