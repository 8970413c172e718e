// Which kinds of objects people can keep in the namespaces of a cluster, as the cluster itself tells.

import { groupOfVersion, type Kind, keptKinds, pathOf, resourceOf } from '../../resources/objects/kinds.ts'
import type { Cluster } from './cluster.ts'
import { errorOfKind } from './error-of-kind.ts'
import type { ClusterError } from './errors.ts'
import { listMetadata } from './list-metadata.ts'

export type Discovery = {
  /** Namespaced, and can be created and deleted; of each resource the version that its group prefers. */
  kinds: Kind[]
  /** API versions that do not tell what they have although people may keep something in them. */
  silent: { apiVersion: string; error: ClusterError }[]
}
type Groups = { groups: { versions: { groupVersion: string }[] }[] }
type Resources = { resources: { name: string; kind: string; namespaced: boolean; verbs: string[] }[] }

const kindsIn = (apiVersion: string, { resources }: Resources): Kind[] =>
  resources
    .filter(({ name, namespaced, verbs }) => {
      const isKept = verbs.includes('create') && verbs.includes('delete')
      return namespaced && isKept && !name.includes('/')
    })
    .map(({ name, kind }) => ({ apiVersion, kind, plural: name }))

/** Groups of custom resource definitions, or null where the credential may not know them. */
const customGroups = async (cluster: Cluster) => {
  const apiVersion = 'apiextensions.k8s.io/v1'
  const groups = new Set<string>()
  try {
    const path = pathOf({ apiVersion, plural: 'customresourcedefinitions' })
    // Each is called `<plural>.<group>`.
    for await (const { name } of listMetadata(cluster, path)) groups.add(name.slice(name.indexOf('.') + 1))
  } catch (error) {
    await errorOfKind(cluster, error)
    return null
  }
  return groups
}

export const discover = async (cluster: Cluster): Promise<Discovery> => {
  const { groups } = await cluster.get<Groups>('/apis')
  // Every version: a kind may be in no other than one that its group does not prefer.
  const versions = ['v1', ...groups.flatMap((group) => group.versions.map((it) => it.groupVersion))]
  const found = new Map<string, Kind[]>()
  const silent: Discovery['silent'] = []
  const look = async (apiVersion: string) => {
    try {
      const path = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`
      found.set(apiVersion, kindsIn(apiVersion, await cluster.get<Resources>(path)))
    } catch (error) {
      silent.push({ apiVersion, error: await errorOfKind(cluster, error) })
    }
  }
  await Promise.all(versions.map(look))
  const kinds = new Map<string, Kind>()
  for (const kind of versions.flatMap((version) => found.get(version) ?? [])) {
    if (!kinds.has(resourceOf(kind))) kinds.set(resourceOf(kind), kind)
  }
  // What an aggregated API keeps is its own, and goes by its own rules; custom resources are kept here, behind it.
  const custom = silent.length > 0 ? await customGroups(cluster) : null
  const isKept = ({ apiVersion, error }: Discovery['silent'][number]) => {
    const group = groupOfVersion(apiVersion)
    return !custom || custom.has(group) || group in keptKinds || error.status === 403
  }
  return { kinds: [...kinds.values()], silent: silent.filter(isKept) }
}
