// An event: something that happened in the cluster of one workspace provider, for people who look for a cause.
import { resource } from './resource.ts'
import { integer, optional, reference, required, text, timestamp } from './vocabulary.ts'
import { workspace_provider } from './workspace_provider.ts'

export const event = resource({
  name: 'event',
  prefix: 'evt',
  description:
    'Something that happened in the cluster of a workspace provider. Events are kept for 24 hours, at most 1,000 of each provider. One that happens again within 10 minutes is counted.',
  within: workspace_provider,
  key: [],
  verbs: ['list', 'read'],
  surfaces: [],
  attributes: {
    organization: optional(reference('organization'), {
      description:
        'The organization that the event concerns. Null where it concerns the provider as a whole.',
    }),
    type: required(text({ oneOf: ['Normal', 'Warning'] }), {
      description: '`Warning` where something is not as declared, and `Normal` otherwise.',
    }),
    reason: required(text({ max: 64 }), {
      description: 'Why the event happened: one CamelCase word for programs, such as `Contested`.',
    }),
    message: required(text({ max: 1024 }), { description: 'What happened, for people.' }),
    count: required(integer({ min: 1 }), { description: 'How often the event happened.' }),
    first_seen: required(timestamp(), { description: 'When the event happened first (RFC 3339, UTC).' }),
    last_seen: required(timestamp(), { description: 'When the event happened last (RFC 3339, UTC).' }),
  },
})
