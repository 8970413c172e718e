// Refuses a prefix that leaves no room in the names of namespaces.
import { apiError } from '../errors.ts'

const longest = 27

/** Nothing where the mode is `shared`: then the namespace is no prefix. */
export const refusedPrefix = (it: { namespace_mode: string; namespace: string }) => {
  if (it.namespace_mode !== 'per_organization' || it.namespace.length <= longest) return
  return apiError(
    'invalid',
    `With the namespace_mode \`per_organization\`, the namespace is a prefix of names and has ${longest} characters at most.`,
    { attribute: 'namespace' },
  )
}
