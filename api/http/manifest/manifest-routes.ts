// The routes of manifests: the permissions that a workspace provider needs in its cluster, as Kubernetes objects.

import { text } from '../../../schemas/vocabulary.ts'
import { workspace_provider } from '../../../schemas/workspace_provider.ts'
import type { Route } from '../route.ts'

const { namespace, namespace_mode } = workspace_provider.attributes
const namespaceName = text({
  matches: /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
  words: 'at most 63 lower-case letters, digits and inner hyphens',
})

export const manifestRoutes: readonly Route[] = [
  {
    id: 'readWorkspaceProviderManifest',
    method: 'GET',
    path: '/v1/workspace_providers/{name}/manifest',
    does: 'read_manifest',
    summary: 'Read the Kubernetes objects that give a workspace provider its permissions',
    parameters: [],
    resource: workspace_provider,
  },
  {
    id: 'readNewWorkspaceProviderManifest',
    method: 'GET',
    path: '/v1/workspace_provider_manifest',
    does: 'read_new_manifest',
    summary:
      'Read the Kubernetes objects that give a workspace provider its permissions before it is created',
    parameters: [
      {
        name: 'namespace_mode',
        description: `${namespace_mode.description} Defaults to \`shared\`.`,
        shape: namespace_mode.shape,
      },
      { name: 'namespace', description: namespace.description, shape: namespaceName },
    ],
    resource: workspace_provider,
  },
]
