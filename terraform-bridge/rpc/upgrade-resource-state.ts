// UpgradeResourceState: called for every object of the state at every plan, which is how the plan learns what the state knows.
import type { Session } from '../memory/session.ts'
import type { Request, Response } from '../protocol/methods.ts'

export const upgradeResourceState = (
  { rawState }: Request<'upgradeResourceState'>,
  { registry }: Session,
): Response<'upgradeResourceState'> => {
  const json = Buffer.from(rawState?.json ?? [])
  const { id } = JSON.parse(json.toString()) as { id?: unknown }
  if (typeof id === 'string') registry.show(id)
  // There is one version of every schema so far: the text is passed on untouched, every digit of it.
  return { upgradedState: { json } }
}
