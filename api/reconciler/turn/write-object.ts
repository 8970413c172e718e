// Makes one object what it is declared to be, with as few writes as that takes.
import { fieldManager, type KubernetesObject, keyOf } from '../../resources/objects/object.ts'
import { ClusterError } from '../cluster/errors.ts'
import type { Seen } from '../cluster/seen.ts'
import type { ProviderContext } from '../provider-context.ts'
import type { Repair } from './repair.ts'

export type Writing = Pick<ProviderContext, 'cluster' | 'cache' | 'memory' | 'contests' | 'measures'>

/** What was repaired, where somebody else had changed an object that was as declared before. */
export const writeObject = async (it: Writing, declared: KubernetesObject): Promise<Repair | undefined> => {
  const { cache, memory, contests, measures } = it
  const key = keyOf(declared)
  const seen = cache.get(key)
  if (seen && memory.isAsDeclared(seen, declared)) return undefined
  // It was as declared before: somebody else has changed it or taken it away since.
  const isRepair = memory.wasWritten(declared)
  if (isRepair) contests.awaitRepair(key)
  const live = (seen ? undefined : await create(it, declared)) ?? (await correct(it, declared, seen))
  memory.applied(declared, live)
  if (!isRepair) return undefined
  const by = seen && whoChanged(seen)
  contests.repaired(key, by ?? 'a deletion')
  measures.driftRepaired()
  return { key, by }
}

const whoChanged = ({ managers }: Seen) => {
  const others = managers.filter(({ name }) => name !== fieldManager)
  return others.toSorted((a, b) => (a.time < b.time ? 1 : -1))[0]?.name ?? 'another client'
}

// Creating costs the server two thirds of applying. One that is there already has lost its labels.
const create = ({ cluster }: Writing, declared: KubernetesObject) =>
  cluster.create(declared).catch((error) => {
    if (error instanceof ClusterError && error.status === 409) return undefined
    throw error
  })

const correct = async ({ cluster, memory }: Writing, declared: KubernetesObject, seen?: Seen) => {
  // With its uid a namespace that vanished meanwhile is not made anew under a name that may be another's by now.
  const uid = declared.kind === 'Namespace' ? seen?.uid : undefined
  const object = uid ? { ...declared, metadata: { ...declared.metadata, uid } } : declared
  const applied = await cluster.apply(object)
  if (memory.isExactly(declared, applied)) return applied
  // An apply leaves alone what others added beside our fields, such as a rule in a policy that has none.
  // Of that very object, but of any version: controllers write its status at this moment.
  const { resourceVersion: _, ...metadata } = applied.metadata
  return cluster.replace({ ...applied, ...declared, metadata })
}
