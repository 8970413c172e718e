// PlanResourceChange: what Terraform may promise before anything is done, or why it may not.
import type { Session } from '../memory/session.ts'
import { destroyRefusals } from '../plan/destroy-refusals.ts'
import { planRefusals } from '../plan/plan-refusals.ts'
import { type PlanInput, type Planned, planValues } from '../plan/plan-values.ts'
import { pathSteps } from '../protocol/diagnostic.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'
import { Diagnostic_Severity as severity } from '../protocol/messages/tfplugin6.ts'
import type { Request, Response } from '../protocol/methods.ts'
import { checkDeployment } from '../values/check-deployment.ts'
import { dynamicValue, objectIn } from '../values/dynamic-value.ts'
import { identityMessage } from '../values/identity.ts'
import { privateIn, privateMessage } from '../values/private-state.ts'
import { refusalOf } from '../values/refusal.ts'
import { callOf } from '../values/scope.ts'
import { resourceOf } from '../values/type-name.ts'

export const planResourceChange = async (
  request: Request<'planResourceChange'>,
  session: Session,
): Promise<Response<'planResourceChange'>> => {
  const { resource, type } = resourceOf(request.typeName)
  const prior = objectIn(request.priorState, type)
  const config = objectIn(request.config, type)
  const told = privateIn(request.priorPrivate)
  const before = { ...told, id: prior ? String(prior.id) : told.id }
  const kept = before.id ? session.registry.meet(before.id) : []
  if (objectIn(request.proposedNewState, type) === null || !config) {
    const refused = [...kept, ...(prior ? destroyRefusals(resource, prior) : [])]
    if (before.id) session.registry.leave(before.id)
    return {
      plannedState: dynamicValue(null, type),
      plannedPrivate: request.priorPrivate,
      diagnostics: refused,
    }
  }

  const input = { session, resource, config, prior, private: before }
  const refuse = (diagnostics: Diagnostic[]) => ({ plannedState: request.priorState, diagnostics })
  try {
    const planned = await planValues(input)
    note(input, planned)
    const replaced = prior && planned.replace.length > 0 ? destroyRefusals(resource, prior) : []
    const refusals = [...kept, ...replaced, ...(await planRefusals(input, planned))]
    // Read tells too, unless there is none: with -refresh=false.
    if (session.connection) refusals.push(...checkDeployment(before, session.connection.client))
    if (refusals.some(isError)) return refuse(refusals)

    const { values, replace, references, write } = planned
    return {
      plannedState: dynamicValue(values, type),
      requiresReplace: replace.map((path) => ({ steps: pathSteps(path) })),
      plannedPrivate: privateMessage({ ...before, planned: references, write }),
      plannedIdentity: typeof values.id === 'string' ? identityMessage(resource, values.id) : undefined,
      diagnostics: refusals,
    }
  } catch (reason) {
    return refuse(refusalOf(reason, resource))
  }
}

/** Lets what is planned later know what becomes of this object. */
const note = ({ session, resource, prior, private: before }: PlanInput, planned: Planned) => {
  const { registry } = session
  const replaced = planned.replace.length > 0 || prior === null
  if (replaced && before.id) registry.leave(before.id)
  const id = replaced ? undefined : String(prior.id)
  if (id !== undefined && planned.write.length > 0) registry.change(id)
  const call = callOf(resource, planned.values, planned.references)
  if (call) registry.call(resource, call, id)
}

const isError = ({ severity: it }: Diagnostic) => it === severity.ERROR
