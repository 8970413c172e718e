// One organization that may use one workspace provider.
import { resource } from './resource.ts'
import { computed, defaulted, reference, text } from './vocabulary.ts'
import { workspace_provider } from './workspace_provider.ts'

export const workspace_provider_allowlist_entry = resource({
  name: 'workspace_provider_allowlist_entry',
  plural: 'workspace_provider_allowlist_entries',
  prefix: 'wpa',
  description:
    'One organization that may use one workspace provider. Additive: where `allowed_organizations` of the provider is set, that list decides and entries are refused.',
  within: workspace_provider,
  key: ['organization'],
  place: 'organization',
  clustered: 'deleted later',
  attributes: {
    organization: defaulted(reference('organization'), {
      description: 'The organization, by name or id. Omitted, it is the default organization at creation.',
      fallback: 'default_organization',
      requiresReplace: true,
    }),
    namespace: computed(text(), {
      description:
        'The namespace that holds the objects of the organization; null until the cluster was reached.',
      nullable: true,
      notInState: true,
    }),
  },
})
