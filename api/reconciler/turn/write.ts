// The second step in a cluster: bring what differs to what is declared, and write nothing else.
import { keyOf, type OwnedObject } from '../../resources/objects/object.ts'
import { errorOfOne } from '../cluster/errors.ts'
import type { ProviderContext } from '../provider-context.ts'
import { fail, type Result } from './result.ts'
import { writeObject } from './write-object.ts'

/** A refused object stops itself: the others are written, and only the owners of the refused one fail. */
export const write = async (
  it: ProviderContext,
  result: Result,
  declared: readonly OwnedObject[],
): Promise<void> => {
  if (result.namespaceError) return
  for (const { object, owners } of declared) {
    try {
      const repair = await writeObject(it, object)
      if (repair) result.repaired.push(repair)
      const contest = it.contests.standing(keyOf(object))
      if (contest) fail(result, owners, contest)
    } catch (error) {
      fail(result, owners, errorOfOne(error))
    }
  }
}
