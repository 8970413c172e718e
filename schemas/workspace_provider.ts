// A workspace provider: a Kubernetes cluster, or a namespace of one, that workspaces are deployed to.
import { clusterAccess } from './cluster-access.ts'
import { isolation } from './isolation.ts'
import { displayName, name } from './name.ts'
import { resource } from './resource.ts'
import { refuseTolerations, toleration } from './toleration.ts'
import {
  boolean,
  computed,
  defaulted,
  integer,
  mapOf,
  object,
  optional,
  reference,
  required,
  setOf,
  text,
  timestamp,
} from './vocabulary.ts'

export const workspace_provider = resource({
  name: 'workspace_provider',
  prefix: 'wsp',
  description:
    'A named pool of resources that workspaces are deployed to: one namespace of a Kubernetes cluster, or one namespace per organization. The provider `built-in` is the cluster that Polder runs in.',
  key: ['name'],
  clustered: 'deleted later',
  attributes: {
    name: required(name(32), {
      description: 'URL-safe name, unique in the deployment. The name can be changed in place.',
    }),
    display_name: displayName,
    region: optional(text({ min: 1, max: 64 }), {
      description: 'Region of the cluster, which `allowed_regions` of an organization may name.',
    }),
    labels: defaulted(mapOf(text({ max: 63 }), { max: 64 }), {
      description: 'Labels of the provider, by which lists can be filtered.',
      default: {},
    }),
    namespace: required(
      text({
        matches: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
        words: 'lower-case letters, digits and inner hyphens',
        max: 63,
      }),
      {
        description:
          'With `namespace_mode` `shared`, the namespace itself; with `per_organization`, the prefix of the names of its namespaces (27 characters at most). A namespace of a cluster belongs to one provider.',
        requiresReplace: true,
        refuse: (it: string) =>
          it === 'default' || it.startsWith('kube-')
            ? `\`${it}\` belongs to Kubernetes itself. Choose another namespace.`
            : undefined,
      },
    ),
    namespace_mode: defaulted(text({ oneOf: ['shared', 'per_organization'] }), {
      description:
        '`shared`: all allowed organizations share the namespace. `per_organization`: each allowed organization has its own namespace, with quota and RBAC.',
      default: 'shared',
      requiresReplace: true,
    }),
    ...clusterAccess,
    gpu_resource: defaulted(
      text({
        matches: /^[a-z0-9.-]+\/[A-Za-z0-9._-]+$/,
        words: 'a domain, a slash and a name, such as `nvidia.com/gpu`',
        max: 128,
      }),
      {
        description: 'Name of the extended resource for GPUs in the cluster.',
        default: 'nvidia.com/gpu',
      },
    ),
    storage_class: optional(text({ min: 1, max: 253 }), {
      description: 'Storage class of workspace volumes. Null means the default of the cluster.',
    }),
    node_selector: defaulted(mapOf(text({ max: 63 }), { max: 32 }), {
      description: 'Labels of the nodes that workspaces run on.',
      default: {},
    }),
    tolerations: defaulted(setOf(toleration, { max: 32 }), {
      description: 'Taints that workspaces tolerate.',
      default: [],
      refuse: refuseTolerations,
    }),
    ...isolation,
    cordon_reason: optional(text({ min: 1, max: 256 }), {
      description: 'Why new workspaces are refused, while set. Existing workspaces stay.',
    }),
    paused: defaulted(boolean(), {
      description:
        'While true, Polder writes nothing to the cluster and repairs nothing there. Deletions wait until `paused` is false.',
      default: false,
      whileDeleting: true,
    }),
    width: defaulted(integer({ min: 1, max: 32 }), {
      description: 'How many organizations of the provider Polder works on at the same time.',
      default: 8,
    }),
    adopt: defaulted(boolean(), {
      description:
        'Whether to adopt a namespace that already exists. Read at creation only; deleting the provider keeps an adopted namespace.',
      default: false,
    }),
    force_destroy: defaulted(boolean(), {
      description:
        'Whether a deletion gives up on a cluster that is gone for good, leaving its objects behind, and deletes namespaces in a cluster that answers with everything that people keep there. Set `force_destroy` and apply before destroying.',
      default: false,
      whileDeleting: true,
    }),
    allowed_organizations: optional(setOf(reference('organization'), { max: 10_000 }), {
      description:
        'Exactly the organizations that may use the provider, by name or id. Null leaves the allowlist to `workspace_provider_allowlist_entry`. When the list is removed from a configuration, its organizations stay on the allowlist, and entries can manage them.',
      unmanaged: true,
      view: 'workspace_provider_allowlist_entry',
    }),
    built_in: computed(boolean(), {
      description: 'Whether the provider was created at the first start and cannot be deleted.',
    }),
    address: computed(text(), {
      description: 'Normalized host and port of the API server; `host` is the cluster that Polder runs in.',
      notInState: true,
    }),
    status: computed(
      object({
        state: computed(text({ oneOf: ['ready', 'error'] }), { description: 'Either `ready` or `error`.' }),
        reason: computed(text(), {
          description: 'Reason: one CamelCase word for programs, such as `Ready` or `BadCertificate`.',
        }),
        message: computed(text({ max: 500 }), {
          description: 'What happened, since when, and what happens next, for people.',
        }),
        reconciling: computed(boolean(), { description: 'Whether another attempt is scheduled.' }),
      }),
      {
        description: 'Whether workspaces can be created in the provider, and if not, why.',
        derived: true,
        notInState: true,
      },
    ),
    kubernetes_version: computed(text(), {
      description: 'Version of Kubernetes that the API server reports.',
      nullable: true,
      derived: true,
      notInState: true,
    }),
    last_contact: computed(timestamp(), {
      description: 'When the API server last answered.',
      nullable: true,
      derived: true,
      notInState: true,
    }),
  },
})
