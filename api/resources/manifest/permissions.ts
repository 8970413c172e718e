// Single permissions of RBAC rules: which of them other rules give, and how a sentence names those that are missing.
import type { Rule } from '../objects/roles.ts'

/** `group` is empty for the core group. */
export type Permission = { group: string; resource: string; subresource?: string; verb: string }
/** A rule as a SelfSubjectRulesReview tells it. */
export type ReviewedRule = {
  readonly apiGroups?: readonly string[]
  readonly resources?: readonly string[]
  readonly resourceNames?: readonly string[]
  readonly verbs: readonly string[]
}

export const permissionsIn = (rules: readonly Rule[]): Permission[] =>
  rules.flatMap(({ apiGroups, resources, verbs }) =>
    apiGroups.flatMap((group) =>
      resources.flatMap((path) => {
        const [resource = '', subresource] = path.split('/')
        return verbs.map((verb) => ({ group, resource, ...(subresource && { subresource }), verb }))
      }),
    ),
  )

const has = (values: readonly string[] = [], value: string) => values.includes(value) || values.includes('*')

/** Whether the rules give it for objects of every name. */
export const isGivenBy = (
  rules: readonly ReviewedRule[],
  { group, resource, subresource, verb }: Permission,
): boolean =>
  rules.some((rule) => {
    const paths = subresource ? [`${resource}/${subresource}`, `*/${subresource}`] : [resource]
    const isNamed = (rule.resourceNames ?? []).length > 0
    return (
      !isNamed &&
      has(rule.apiGroups, group) &&
      has(rule.verbs, verb) &&
      paths.some((path) => has(rule.resources, path))
    )
  })

const pathOf = ({ group, resource, subresource }: Permission) => {
  const path = subresource ? `${resource}/${subresource}` : resource
  return group ? `${path}.${group}` : path
}

/**
 * Such as `create, patch rolebindings.rbac.authorization.k8s.io, roles.rbac.authorization.k8s.io; list pods`: resources
 * with the same missing verbs together. What does not fit in `room` characters is counted.
 */
export const permissionsInWords = (missing: readonly Permission[], room: number): string => {
  const byResource = Map.groupBy(missing, pathOf)
  const verbsOf = (all: readonly Permission[]) => [...new Set(all.map(({ verb }) => verb))].join(', ')
  const groups = Map.groupBy(byResource.keys(), (resource) => verbsOf(byResource.get(resource)!))
  const said = [...groups].flatMap(([verbs, resources]) =>
    resources.map((resource, index) => (index === 0 ? `; ${verbs} ${resource}` : `, ${resource}`)),
  )
  const counted = (left: number) => `, and ${left} more ${left === 1 ? 'resource' : 'resources'}`
  let text = ''
  for (const [index, next] of said.entries()) {
    const left = said.length - index
    const rest = left === 1 ? '' : counted(left - 1)
    // The first two characters go.
    if (index > 0 && text.length + next.length + rest.length - 2 > room)
      return `${text}${counted(left)}`.slice(2)
    text += next
  }
  return text.slice(2)
}
