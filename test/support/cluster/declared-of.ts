// What the objects of an organization in a cluster declare, in a form in which two organizations can be compared.
import { isWritten, organizationLabel } from '../../../api/resources/objects/object.ts'
import type { Held } from './reconciling.ts'

/** Its own names are taken out, and so are its shard and what others keep with its labels. */
export const declaredOf = (
  objects: ReadonlyMap<string, Held>,
  { id, name }: { id: string; name: string },
) => {
  const mine = [...objects].filter(
    ([, { metadata }]) => metadata.labels[organizationLabel] === id && isWritten(metadata),
  )
  const own = new RegExp(
    `${id}|${id.toLowerCase().replaceAll('_', '-')}|${name}-[0-9a-f]{10}|(?<=shard":")\\d+`,
    'g',
  )
  return mine
    .map(([key, { metadata, ...rest }]) => {
      const { status: _, ...declared } = { status: undefined, ...rest }
      return `${key} ${JSON.stringify({ labels: metadata.labels, ...declared })}`.replaceAll(own, '~')
    })
    .toSorted()
}
