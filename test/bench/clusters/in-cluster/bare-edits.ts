// The floor of a change: a bare client edits a quota of its own, until its own watch shows the edit.

import type { Place } from '../site.ts'
import type { ClusterObject } from './bare-client.ts'
import { openSightings } from './sightings.ts'

let runs = 0

/** Milliseconds of each of `count` edits, one after the other. */
export const bareEdits = async ({ bare }: Place, count: number): Promise<number[]> => {
  // The namespace of an earlier run may still be going.
  runs += 1
  const namespace = `bare-edits-${runs}`
  const path = `/api/v1/namespaces/${namespace}/resourcequotas`
  const metadata = { name: 'bare' }
  await bare.send('POST', '/api/v1/namespaces', { metadata: { name: namespace } })
  await bare.send('POST', path, { metadata, spec: { hard: { pods: '0' } } })
  const sightings = await openSightings(bare, '/api/v1/resourcequotas')
  const taken: number[] = []
  for (let edit = 1; edit <= count; edit += 1) {
    const pods = `${edit}`
    const isEdited = (it?: ClusterObject) => (it?.spec as Hard | undefined)?.hard.pods === pods
    const seen = sightings.sighting(`ResourceQuota/${namespace}/bare`, isEdited)
    const begun = performance.now()
    await bare.send('PATCH', `${path}/bare`, { spec: { hard: { pods } } })
    taken.push((await seen) - begun)
  }
  await sightings.stop()
  await bare.send('DELETE', `/api/v1/namespaces/${namespace}`)
  return taken
}

type Hard = { hard: Record<string, string> }
