// Leaves of the sets that are written only those that differ from what is stored.
import { referenceIn } from '../../../../schemas/index.ts'
import { apiError } from '../../../errors.ts'
import { each, type Held, type Item, type Stage, standing } from '../line.ts'
import { heldIn } from '../rows/sets.ts'

const differs = (held: readonly Held[], wanted: readonly string[]) => {
  const staying = held.filter(({ deleting }) => !deleting)
  return staying.length !== wanted.length || staying.some(({ id }) => !wanted.includes(id))
}

export const compareSets: Stage = async (batch) => {
  const { resource } = batch
  for (const [name, it] of Object.entries(resource.attributes)) {
    const isWritten = ({ before, sets }: Item) => before !== null && (sets[name] ?? null) !== null
    const held = await heldIn(
      batch.session,
      resource,
      name,
      standing(batch)
        .filter(isWritten)
        .map(({ id }) => id),
    )
    await each(batch, (item) => {
      const { id, before, after, sets, changed } = item
      const wanted = sets[name]
      if (before === null || wanted === undefined) return
      const rows = held.get(id) ?? []
      item.held[name] = rows
      const leaving = it.view && rows.find((one) => one.deleting && wanted?.includes(one.id))
      if (leaving) {
        const detail = `The ${referenceIn(it)!.to} \`${leaving.id}\` is still being removed from the list. Send the request again when the removal is complete.`
        throw apiError('deleting', detail, { attribute: name })
      }
      const givenUp = it.view && after.authoritative !== before.authoritative
      if (givenUp || (wanted !== null && differs(rows, wanted))) changed.add(name)
      else delete sets[name]
    })
  }
}
