// What the rows of one run have in common, each started when a row first asks.
import { type Fleet, startFleet } from './deployment/fleet.ts'
import { type Proxied, proxied } from './deployment/proxied.ts'
import type { Site } from './site.ts'

export type Context = {
  site: Site
  organizations: number
  fleet(): Promise<Fleet>
  /** The fleet, which reaches its clusters through proxies from then on. */
  proxied(): Promise<Fleet & { way: Proxied }>
  stop(): Promise<void>
}

export const createContext = (site: Site, organizations: number): Context => {
  let fleet: Promise<Fleet> | undefined
  let way: Promise<Proxied> | undefined
  const started = () => {
    fleet ??= startFleet(site, 'fleet', organizations)
    return fleet
  }
  return {
    site,
    organizations,
    fleet: started,
    async proxied() {
      const it = await started()
      way ??= proxied(site, it)
      return { ...it, way: await way }
    },
    async stop() {
      await (await fleet?.catch(() => undefined))?.stop()
      await (await way?.catch(() => undefined))?.stop()
    },
  }
}
