// ApplyResourceChange: does what was planned, and says what came of it whatever happens.
import { createObject } from '../apply/create-object.ts'
import { deleteObject } from '../apply/delete-object.ts'
import { updateObject } from '../apply/update-object.ts'
import type { Session } from '../memory/session.ts'
import type { Request, Response } from '../protocol/methods.ts'
import { objectIn } from '../values/dynamic-value.ts'
import { privateIn } from '../values/private-state.ts'
import { resourceOf } from '../values/type-name.ts'

export const applyResourceChange = async (
  request: Request<'applyResourceChange'>,
  session: Session,
): Promise<Response<'applyResourceChange'>> => {
  const { resource, type } = resourceOf(request.typeName)
  const prior = objectIn(request.priorState, type)
  const planned = objectIn(request.plannedState, type)
  const config = objectIn(request.config, type)
  const before = privateIn(request.plannedPrivate)
  session.applying = true
  session.connection?.reads.stopCaching()
  // The plan has asked it.
  session.connection?.client.expect()
  if (planned === null || config === null) return deleteObject({ session, resource, type, prior, before })
  const change = { session, resource, type, prior, planned, config, before }
  return prior === null ? createObject(change) : updateObject({ ...change, prior })
}
