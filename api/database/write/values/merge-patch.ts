// Merges what a change sends into what is stored, as RFC 7396 says.
import { checkKnown } from '../../../../schemas/check.ts'
import { isRecord } from '../../../../schemas/equality.ts'
import type { Row } from '../../../../schemas/types.ts'
import type { Resource } from '../../../../schemas/vocabulary.ts'
import { refuseAll } from '../../../errors.ts'
import type { Body } from '../line.ts'

/** MergePatch of RFC 7396: objects merge, null removes, everything else is set whole. */
export const mergePatch = (target: unknown, patch: unknown): unknown => {
  if (!isRecord(patch)) return patch
  const merged = new Map(Object.entries(isRecord(target) ? target : {}))
  for (const [name, it] of Object.entries(patch)) {
    if (it === null) merged.delete(name)
    else merged.set(name, mergePatch(merged.get(name), it))
  }
  return Object.fromEntries(merged)
}

/** A change whose objects and maps are those of the row after it. Throws `invalid` where one of them cannot be. */
export const mergedBody = (resource: Resource, before: Row, body: Body): Body => {
  const merged = Object.fromEntries(
    Object.entries(body).flatMap(([name, it]) =>
      isRecord(it) ? [[name, mergePatch(before[name], it)]] : [],
    ),
  )
  refuseAll(checkKnown(resource, merged))
  return { ...body, ...merged }
}
