// Makes one object what it is declared to be, with as few writes as that takes.
import type { KubernetesObject } from '../resources/objects/object.ts'
import type { Cluster } from './cluster.ts'
import type { Memory } from './compare.ts'
import { Trouble } from './trouble.ts'

type Tools = { cluster: Cluster; memory: Memory }

/** `live` is what was last seen of it. */
export const write = async (tools: Tools, declared: KubernetesObject, live: KubernetesObject | undefined) => {
  const { cluster, memory } = tools
  if (live && memory.isAsDeclared(declared, live)) return
  const made = live ? undefined : await create(cluster, declared)
  memory.applied(declared, made ?? (await correct(tools, declared, live)))
}

// Creating costs the server two thirds of applying. One that is there already has lost its labels.
const create = (cluster: Cluster, declared: KubernetesObject) =>
  cluster.create(declared).catch((error) => {
    if (error instanceof Trouble && error.status === 409) return undefined
    throw error
  })

const correct = async ({ cluster, memory }: Tools, declared: KubernetesObject, live?: KubernetesObject) => {
  // With its uid a namespace that vanished meanwhile is not made anew under a name that may be another's by now.
  const uid = declared.kind === 'Namespace' ? live?.metadata.uid : undefined
  const object = uid ? { ...declared, metadata: { ...declared.metadata, uid } } : declared
  const applied = await cluster.apply(object)
  if (memory.isExactly(declared, applied)) return applied
  // An apply leaves alone what others added beside our fields, such as a rule in a policy that has none.
  // Of that very object, but of any version: controllers write its status at this moment.
  const { resourceVersion: _, ...metadata } = applied.metadata
  return cluster.replace({ ...applied, ...declared, metadata })
}
