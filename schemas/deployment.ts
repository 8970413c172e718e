// The deployment itself: which organization and which workspace provider are the default ones.
import { resource } from './resource.ts'
import { computed, optional, reference, text } from './vocabulary.ts'

export const deployment = resource({
  name: 'deployment',
  prefix: 'deployment',
  description:
    'The deployment itself, which always exists. Creating the resource in Terraform adopts the deployment; destroying the resource restores the earlier defaults.',
  key: [],
  attributes: {
    default_organization: optional(reference('organization'), {
      description: 'The organization of new objects that name none. Null leaves the default as it is.',
      unmanaged: true,
    }),
    default_workspace_provider: optional(reference('workspace_provider'), {
      description: 'The provider of new workspaces that name none. Null leaves the default as it is.',
      unmanaged: true,
    }),
    uid: computed(text(), { description: 'Unique identifier of the deployment, which never changes.' }),
  },
})
