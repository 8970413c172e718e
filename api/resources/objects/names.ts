// Names of Kubernetes objects: readable at the front, unmistakable at the end, the same on every pass.
import { createHash } from 'node:crypto'

/** Lower-case hexadecimal digest of the parts, cut to `length`. */
export const digest = (length: number, ...parts: string[]) =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, length)

/**
 * The namespace of an organization in a provider that gives each one its own. It is chosen once and then
 * stored: an organization that is renamed keeps its namespace. At most 63 characters.
 */
export const namespaceName = (
  prefix: string,
  organizationName: string,
  it: { deployment: string; provider: string; organization: string },
) => {
  const readable = organizationName.slice(0, 24).replace(/-+$/, '')
  return `${prefix}-${readable}-${digest(10, it.deployment, it.provider, it.organization)}`
}

/** The part of an organization's cluster work that it belongs to, 0 to 15: the high four bits of the SHA-256 of its id. */
export const shardOf = (organization: string) => Number.parseInt(digest(1, organization), 16)

/** An id as Kubernetes names may spell it. */
export const spelled = (id: string) => id.toLowerCase().replace(/[^a-z0-9]+/g, '-')
