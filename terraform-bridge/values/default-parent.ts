// The parent of what names none: the provider block's, else the deployment's default one (S4).
import type { Session } from '../memory/session.ts'
import type { Value } from '../protocol/value.ts'

/** By its attribute, and the attribute of `deployment` that names the default; null while there is nobody to ask. */
export const defaultParent = async (name: string, fallback: string, session: Session): Promise<Value> => {
  const given = session.parents[name] ?? null
  if (given !== null) return given
  const deployment = await session.connection?.lookups.deployment()
  return (deployment?.[fallback] as string | undefined) ?? null
}
