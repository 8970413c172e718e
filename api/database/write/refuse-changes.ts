// Refuses changes that only a replacement could make, and most changes of what is being deleted.
import type { Resource } from '../../../schemas/vocabulary.ts'
import { apiError, refuseAll } from '../../errors.ts'
import { each, type Stage } from './line.ts'
import { isGoing } from './rows/deletion.ts'

const refuseImmutable = ({ name, attributes }: Resource, changed: ReadonlySet<string>) =>
  refuseAll(
    [...changed]
      .filter((it) => attributes[it]!.requiresReplace)
      .map((attribute) => ({
        attribute,
        code: 'immutable' as const,
        detail: `The attribute \`${attribute}\` cannot be changed. Delete the ${name} and create another.`,
      })),
  )

/** What is going takes only what its going needs: another credential, another address, force (S13). */
const refuseWhileDeleting = ({ name, attributes }: Resource, changed: ReadonlySet<string>) => {
  const open = Object.keys(attributes).filter((it) => attributes[it]!.whileDeleting)
  if ([...changed].every((it) => open.includes(it))) return
  const rest = open.length > 0 ? `only ${open.map((it) => `\`${it}\``).join(', ')}` : 'none of its attributes'
  throw apiError(
    'deleting',
    `The ${name} is being deleted. Until the deletion is complete, ${rest} can change.`,
  )
}

export const refuseChanges: Stage = (batch) =>
  each(batch, ({ before, changed }) => {
    if (!before) return
    refuseImmutable(batch.resource, changed)
    if (isGoing(before)) refuseWhileDeleting(batch.resource, changed)
  })
