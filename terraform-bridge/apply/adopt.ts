// Adopts a singleton when it is created, and restores its earlier values when it is destroyed.
import { idNameOf } from '../../schemas/index.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import { ApiError } from '../api-error.ts'
import type { Client, Row } from '../client.ts'
import { connected, type Session } from '../memory/session.ts'
import { warning } from '../protocol/diagnostic.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'
import type { Private } from '../values/private-state.ts'

/** The ids that `written` is about to overwrite for the first time, beside those remembered already. */
export const whatWasThere = async (
  resource: Resource,
  written: readonly string[],
  session: Session,
  remembered: Private['restore'] = {},
): Promise<Private['restore']> => {
  const first = written.filter((name) => !Object.hasOwn(remembered, name))
  if (first.length === 0) return remembered
  const { client, lookups } = connected(session)
  // Whoever omits an organization later in this apply was promised the default of before.
  await lookups.deployment()
  const row = await client.read(resource, [resource.name])
  return { ...remembered, ...Object.fromEntries(first.map((name) => [name, idIn(resource, row, name)])) }
}

/** Puts back what still exists and stands `now` as we left it; the rest stays, with a warning. */
export const putBack = async (
  resource: Resource,
  { restore = {}, references = {} }: Private,
  now: Row | null,
  client: Client,
): Promise<Diagnostic[]> => {
  const ours = Object.entries(restore).filter(
    ([name]) => idIn(resource, now, name) === references[name]?.[0]?.id,
  )
  const others = Object.keys(restore).filter((name) => !ours.some(([it]) => it === name))
  const diagnostics = others.map((name) => left(resource, name, 'somebody has changed the value since.'))
  for (const [name, id] of ours) {
    if (id === references[name]?.[0]?.id) continue
    await client.update(resource, resource.name, { [name]: id }).catch((reason) => {
      if (!(reason instanceof ApiError)) throw reason
      diagnostics.push(left(resource, name, reason.body.detail))
    })
  }
  return diagnostics
}

const idIn = (resource: Resource, row: Row | null, name: string): string | null =>
  (row?.[idNameOf(name, resource.attributes[name]!.shape) ?? ''] as string | undefined) ?? null

const left = (resource: Resource, name: string, why: string): Diagnostic =>
  warning(
    `Setting not restored: ${resource.name} ${name}`,
    `\`${name}\` was not restored to its value from before Terraform managed the ${resource.name}: ${why}`,
    [name],
  )
