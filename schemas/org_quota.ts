// What an organization, or each of its members, may use.
import { canonical } from './equality.ts'
import { organization } from './organization.ts'
import { resource } from './resource.ts'
import { integer, object, optional, quantity, reference, required, text } from './vocabulary.ts'

export const org_quota = resource({
  name: 'org_quota',
  prefix: 'quo',
  description:
    'What an organization as a whole, or each of its members, may use: on one workspace provider or over all of them. Lowering a limit below what is in use is allowed; nothing new starts until use has fallen.',
  within: organization,
  key: ['scope', 'workspace_provider'],
  clustered: 'deleted at once',
  attributes: {
    scope: required(text({ oneOf: ['organization', 'member'] }), {
      description: '`organization`: all members together. `member`: each one.',
      requiresReplace: true,
    }),
    workspace_provider: optional(reference('workspace_provider'), {
      description: 'The provider the limits hold on, by name or id. Null means over all providers.',
      requiresReplace: true,
    }),
    limits: required(
      object({
        cpu: optional(quantity(), { description: 'Cores, such as `16` or `500m`.' }),
        memory: optional(quantity(), { description: 'Bytes, such as `64Gi`.' }),
        storage: optional(quantity(), { description: 'Bytes of volumes, such as `1Ti`.' }),
        gpu: optional(quantity(), {
          description: 'Whole GPUs.',
          refuse: (it: string) =>
            /[.]/.test(String(canonical(quantity(), it))) ? 'Give whole GPUs, such as `4`.' : undefined,
        }),
        workspaces: optional(integer({ min: 0, max: 1_000_000 }), { description: 'How many workspaces.' }),
      }),
      {
        description: 'At least one limit; what is absent is unlimited.',
        refuse: (limits: object) =>
          Object.values(limits).some((limit) => limit !== null && limit !== undefined)
            ? undefined
            : 'Set at least one of cpu, memory, storage, gpu and workspaces, or delete the quota.',
      },
    ),
  },
})
