// Confines the service account of a provider to the provider's namespaces, which RBAC cannot: it knows no prefixes of names.
import type { KubernetesObject } from '../objects/object.ts'
import type { Scope } from './account-rules.ts'

export type PolicyVersion = 'v1' | 'v1beta1'

type Account = { name: string; namespace: string }

// A namespace is judged by its own name; what belongs to no namespace has none.
const namespaceOfRequest =
  'request.resource.group == "" && request.resource.resource == "namespaces"' +
  ' ? (has(request.name) ? request.name : "") : (has(request.namespace) ? request.namespace : "")'

const everything = { apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*/*'] }
/** Questions about one's own permissions, which are asked by creating a review. */
const reviews = {
  apiGroups: ['authorization.k8s.io'],
  apiVersions: ['*'],
  operations: ['CREATE'],
  resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
}

const own = ({ mode, namespace }: Scope, account: Account) =>
  mode === 'shared'
    ? { is: `variables.target == "${namespace}"`, words: `namespace ${namespace}` }
    : {
        is: `variables.target.startsWith("${namespace}-") && variables.target != "${account.namespace}"`,
        words: `namespaces whose names begin with ${namespace}-`,
      }

/** The policy and its binding: everything that the account changes, creates, deletes or connects to elsewhere is refused. */
export const admissionPolicy = (
  scope: Scope,
  version: PolicyVersion,
  account: Account,
): KubernetesObject[] => {
  const apiVersion = `admissionregistration.k8s.io/${version}`
  const metadata = { name: account.name }
  const { is, words } = own(scope, account)
  return [
    {
      apiVersion,
      kind: 'ValidatingAdmissionPolicy',
      metadata,
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: { resourceRules: [everything], excludeResourceRules: [reviews] },
        matchConditions: [
          {
            name: 'is-the-service-account',
            expression: `request.userInfo.username == "system:serviceaccount:${account.namespace}:${account.name}"`,
          },
        ],
        variables: [{ name: 'target', expression: namespaceOfRequest }],
        validations: [{ expression: is, message: `This service account of Polder is confined to ${words}.` }],
      },
    },
    {
      apiVersion,
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata,
      spec: { policyName: account.name, validationActions: ['Deny'] },
    },
  ]
}
