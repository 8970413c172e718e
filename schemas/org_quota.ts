// A quota: what an organization, or each of its members, may use.
import { canonical } from './equality.ts'
import { organization } from './organization.ts'
import { resource } from './resource.ts'
import { integer, object, optional, quantity, reference, required, text } from './vocabulary.ts'

export const org_quota = resource({
  name: 'org_quota',
  prefix: 'quo',
  description:
    'A quota of an organization as a whole, or of each of its members, on one workspace provider or on all of them together. A limit may be set below current use; nothing new starts until use has fallen.',
  within: organization,
  key: ['scope', 'workspace_provider'],
  clustered: 'deleted at once',
  attributes: {
    scope: required(text({ oneOf: ['organization', 'member'] }), {
      description:
        '`organization`: the limits apply to all members together. `member`: the limits apply to each member.',
      requiresReplace: true,
    }),
    workspace_provider: optional(reference('workspace_provider'), {
      description: 'The provider that the limits apply to, by name or id. Null means all providers together.',
      requiresReplace: true,
    }),
    limits: required(
      object({
        cpu: optional(quantity(), { description: 'CPU cores, such as `16` or `500m`.' }),
        memory: optional(quantity(), { description: 'Bytes of memory, such as `64Gi`.' }),
        storage: optional(quantity(), { description: 'Bytes of volumes, such as `1Ti`.' }),
        gpu: optional(quantity(), {
          description: 'Number of GPUs, a whole number.',
          refuse: (it: string) =>
            /[.]/.test(String(canonical(quantity(), it)))
              ? 'Give a whole number of GPUs, such as `4`.'
              : undefined,
        }),
        workspaces: optional(integer({ min: 0, max: 1_000_000 }), { description: 'Number of workspaces.' }),
      }),
      {
        description: 'The limits, at least one. What has no limit is unlimited.',
        refuse: (limits: object) =>
          Object.values(limits).some((limit) => limit !== null && limit !== undefined)
            ? undefined
            : 'Set at least one of cpu, memory, storage, gpu and workspaces, or delete the quota.',
      },
    ),
  },
})
