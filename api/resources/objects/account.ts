// The service account that an organization's workspaces run as: it can do nothing and is not handed a token.
import { spelled } from './names.ts'
import { type KubernetesObject, type Tenancy, tenancyLabels } from './object.ts'

export const serviceAccount = (it: Tenancy): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: {
    name: it.settings.namespace_mode === 'shared' ? `polder-${spelled(it.organization)}` : 'polder-workspace',
    namespace: it.namespace,
    labels: tenancyLabels(it),
  },
  automountServiceAccountToken: false,
})
