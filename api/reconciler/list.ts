// The third step: what of ours is in the cluster, whoever put it there.
import { kindsOf } from '../resources/objects/kinds.ts'
import { keyOf, providerLabels, selectorOf } from '../resources/objects/object.ts'
import type { UnderWay } from './under-way.ts'

export const list = async ({ cluster, desired, live }: UnderWay): Promise<void> => {
  const { deployment, id, namespace, namespace_mode: mode } = desired.provider
  const selector = selectorOf(providerLabels(deployment, id))
  const where = mode === 'shared' ? namespace : undefined
  await Promise.all(
    kindsOf(mode).map(async (kind) => {
      const { items, version } = await cluster.list(kind, selector, where)
      live.versions.set(kind.kind, version)
      for (const item of items) live.objects.set(keyOf(item), item)
    }),
  )
}
