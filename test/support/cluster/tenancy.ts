// An organization in a provider with the settings that schemas give when nothing is said, and its objects.
import type {
  KubernetesObject,
  Limits,
  ProviderSettings,
  Quota,
  Tenancy,
} from '../../../api/resources/objects/object.ts'
import { tenancyObjects } from '../../../api/resources/objects/tenancy.ts'

const settings: ProviderSettings = {
  namespace_mode: 'per_organization',
  gpu_resource: 'nvidia.com/gpu',
  adopt: false,
  egress: 'internet',
  egress_cidrs: [],
  pod_security: null,
  cpu_ratio: 1,
  default_limits: null,
  max_load_balancers: 0,
  max_node_ports: 0,
  namespace_labels: {},
  namespace_annotations: {},
}

export const tenancy: Tenancy = {
  deployment: 'dpl_a',
  provider: 'wsp_b',
  organization: 'org_c',
  namespace: 'ns',
  settings,
  organizationSettings: { namespace_labels: {}, namespace_annotations: {} },
  quotas: [],
  roles: [],
}

/** The tenancy in a provider with these settings. */
export const tenancyWith = (more: Partial<ProviderSettings>): Tenancy => ({
  ...tenancy,
  settings: { ...settings, ...more },
})

/** A quota of the organization as a whole. */
export const quotaOf = (limits: Limits, id = 'quo_d'): Quota => ({ id, scope: 'organization', limits })

export const objectsIn = (it: Tenancy): KubernetesObject[] => tenancyObjects(it).map(({ object }) => object)

type Named = KubernetesObject & {
  spec: Record<string, unknown>
  rules: { resources: string[]; verbs: string[] }[]
}
export const objectNamed = (it: Tenancy, name: string) =>
  objectsIn(it).find(({ metadata }) => metadata.name === name) as Named
