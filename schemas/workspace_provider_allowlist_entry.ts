// One organization that may use one workspace provider.
import { belonging } from './organization.ts'
import { computed, reference, required, resource, text } from './vocabulary.ts'

export const workspace_provider_allowlist_entry = resource({
  name: 'workspace_provider_allowlist_entry',
  plural: 'workspace_provider_allowlist_entries',
  prefix: 'wpa',
  description:
    'One organization that may use one workspace provider. Additive: where `allowed_organizations` of the provider is set, that list decides and entries are refused.',
  key: ['workspace_provider', 'organization'],
  clustered: 'deleted later',
  attributes: {
    workspace_provider: required(reference('workspace_provider'), {
      description: 'The provider, by name or id.',
      requiresReplace: true,
    }),
    organization: belonging,
    namespace: computed(text(), {
      description:
        'The namespace that holds the objects of the organization; null until the cluster was reached.',
      nullable: true,
      notInState: true,
    }),
  },
})
