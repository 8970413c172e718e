// An object that somebody else had changed or taken away, and that is as declared again.
import type { News } from '../tell.ts'

export type Repair = {
  /** `Role/acme-ns/polder-admin`, as `keyOf` has it. */
  readonly key: string
  /** Who changed it, a field manager; undefined where it was deleted. */
  readonly by?: string
}

export const repairNews = (
  provider: News['provider'],
  organization: string | null,
  { key, by }: Repair,
): News => ({
  provider,
  organization,
  type: 'Normal',
  reason: 'DriftRepaired',
  message: `${by ? `\`${by}\` had changed ${key}` : `${key} had been deleted`}. Polder has made the object as declared again.`,
  line: 'an object in the cluster was made as declared again',
})
