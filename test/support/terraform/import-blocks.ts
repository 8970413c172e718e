// Configuration that imports what a state holds into another one.
import { resourceNamed } from '../../../schemas/index.ts'
import { naturalKey } from '../../../schemas/place.ts'

type Managed = { mode: string; address: string; type: string; values: Record<string, unknown> }

/** One `import` block for each managed resource of a state as `terraform show -json` tells it. */
export const importBlocks = (
  state: { values: { root_module: { resources: Managed[] } } },
  by: 'id' | 'key',
) =>
  state.values.root_module.resources
    .filter(({ mode }) => mode === 'managed')
    .map((it) => `import {\n  to = ${it.address}\n  id = "${by === 'id' ? it.values.id : keyOf(it)}"\n}\n`)
    .join('\n')

const keyOf = ({ type, values }: Managed): string => {
  const resource = resourceNamed(type.slice('polder_'.length))
  const { name } = resource
  const key = naturalKey(resource)
  // The last part of a key may be null; the key of the one deployment is its name.
  const parts = key.map((attribute) => values[attribute]).filter((part) => part !== null)
  return parts.join('/') || name
}
