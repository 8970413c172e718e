// Tells when something is seen in a cluster, by watches of a bare client.
import type { BareClient, ClusterObject } from './bare-client.ts'

const patienceMs = 60_000

export type Sightings = Awaited<ReturnType<typeof openSightings>>
type Sought = { key: string; is: (object?: ClusterObject) => boolean; found: () => void }

/** Watches the objects of `paths`, such as `/api/v1/resourcequotas`. */
export const openSightings = async (bare: BareClient, ...paths: string[]) => {
  const sought = new Set<Sought>()
  const stops = paths.map((path) =>
    bare.watch(path, ({ type, object }) => {
      const { namespace, name } = object.metadata
      const key = `${object.kind}/${namespace}/${name}`
      for (const it of sought)
        if (it.key === key && it.is(type === 'DELETED' ? undefined : object)) it.found()
    }),
  )
  await Promise.all(stops)
  return {
    /** The moment, by `performance.now()`, at which an event shows `Kind/namespace/name` as `is` says. */
    sighting: (key: string, is: Sought['is']) =>
      new Promise<number>((resolve, reject) => {
        const late = () => reject(new Error(`${key} was not seen as expected within ${patienceMs} ms.`))
        // The time is the subject: what is not seen by then never will be.
        const timer = setTimeout(late, patienceMs)
        const it: Sought = {
          key,
          is,
          found: () => {
            sought.delete(it)
            clearTimeout(timer)
            resolve(performance.now())
          },
        }
        sought.add(it)
      }),
    stop: async () => {
      for (const stop of await Promise.all(stops)) stop()
    },
  }
}
