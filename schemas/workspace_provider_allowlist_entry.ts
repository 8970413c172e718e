// An entry of an allowlist: one organization that may use one workspace provider.
import { resource } from './resource.ts'
import { computed, defaulted, reference, text } from './vocabulary.ts'
import { workspace_provider } from './workspace_provider.ts'

export const workspace_provider_allowlist_entry = resource({
  name: 'workspace_provider_allowlist_entry',
  plural: 'workspace_provider_allowlist_entries',
  prefix: 'wpa',
  description:
    'An entry that allows one organization to use one workspace provider. Additive: entries of other organizations stay as they are. While `allowed_organizations` of the provider is set, that list decides and entries are refused.',
  within: workspace_provider,
  key: ['organization'],
  place: 'organization',
  clustered: 'deleted later',
  attributes: {
    organization: defaulted(reference('organization'), {
      description:
        'The organization, by name or id. When omitted, the default organization at creation is used.',
      fallback: 'default_organization',
      requiresReplace: true,
    }),
    namespace: computed(text(), {
      description:
        'The namespace with the objects of the organization. Null until the cluster has been reached.',
      nullable: true,
      derived: true,
      notInState: true,
    }),
  },
})
