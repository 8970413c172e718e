// The deployment itself: which organization and which workspace provider are the default ones.
import { resource } from './resource.ts'
import { computed, optional, reference, text } from './vocabulary.ts'

export const deployment = resource({
  name: 'deployment',
  prefix: 'deployment',
  description:
    'The one deployment, always there. Creating it in Terraform adopts it; destroying it restores the defaults that were there before.',
  key: [],
  singleton: true,
  attributes: {
    default_organization: optional(reference('organization'), {
      description: 'The organization of everything that names none. Null leaves it as it is.',
      unmanaged: true,
    }),
    default_workspace_provider: optional(reference('workspace_provider'), {
      description: 'The provider of every workspace that names none. Null leaves it as it is.',
      unmanaged: true,
    }),
    uid: computed(text(), { description: 'Tells this deployment from every other one, for ever.' }),
  },
})
