// Tidies up after organizations that no row knows: after a database was set back, say, or a cluster came back.
import { organizationsOn } from '../database/status/desired.ts'
import { isWritten, type KubernetesObject, organizationLabel } from '../resources/objects/object.ts'
import { removeNamespace } from './remove-namespace.ts'
import { stalled, type Trouble, troubleOfOne } from './trouble.ts'
import type { UnderWay } from './under-way.ts'

const organizationOf = ({ metadata }: KubernetesObject) => metadata.labels?.[organizationLabel]
const organizationsOf = (objects: readonly KubernetesObject[]) =>
  new Set(objects.flatMap((it) => organizationOf(it) ?? []))

/** One may always go; more only while they are at most a fifth of all, and never more than five. */
const isTooMany = (strangers: number, all: number) =>
  strangers > Math.max(1, Math.min(5, Math.floor(all / 5)))

/** Many at once are more likely our mistake than theirs: then nothing is deleted until a person has looked. */
export const removeUnexplained = async (it: UnderWay): Promise<void> => {
  const { cluster, database, desired, live } = it
  const known = new Set(desired.bindings.map(({ organization_id }) => organization_id))
  const isStranger = (object: KubernetesObject) => {
    const organization = organizationOf(object)
    return organization !== undefined && !known.has(organization) && isWritten(object.metadata)
  }
  const objects = [...live.objects.values()]
  const namespaces = [...live.namespaces.values()]
  if (![...objects, ...namespaces].some(isStranger)) return
  // The cluster was listed after the rows were read: what came to be in between is explained by a newer row.
  for (const organization of await organizationsOn(database, desired.provider.id)) known.add(organization)
  const strangers = organizationsOf([...objects, ...namespaces].filter(isStranger))
  const all = organizationsOf([...objects, ...namespaces])
  if (isTooMany(strangers.size, all.size)) {
    const what = `${strangers.size} of ${all.size} organizations in the cluster are not on the allowlist`
    const which = `${organizationLabel} ${[...strangers].slice(0, 3).join(', ')} …`
    throw stalled(
      'TooManyDeletions',
      `${what}, and nobody removed them (${which}): nothing of them is deleted until that is cleared up.`,
    )
  }
  const { deployment, id: provider, namespace_mode: mode } = desired.provider
  const empty = async (name: string) => {
    const inside = objects.filter((one) => isStranger(one) && one.metadata.namespace === name)
    for (const object of inside) await cluster.remove(object)
    return true
  }
  if (mode === 'shared') await empty(desired.provider.namespace)
  // Without its policies a namespace would be open: it goes as a whole, if nobody runs anything in it, or stays.
  let kept: Trouble | undefined
  for (const namespace of namespaces.filter(isStranger)) {
    const { name } = namespace.metadata
    const claim = { deployment, provider, organization: organizationOf(namespace) }
    const guard = { claim, uid: null, keep: false, force: false, named: [] }
    try {
      await removeNamespace(it, name, namespace, guard, () => empty(name))
    } catch (error) {
      // Judged first: what concerns the whole cluster is thrown also where another namespace is kept already.
      const trouble = troubleOfOne(error)
      kept ??= trouble
    }
  }
  // What is in the way of one keeps no other.
  if (kept) throw kept
}
