// A token of one user: with it a program sends requests in the name of the user.
import { resource } from './resource.ts'
import { user } from './user.ts'
import { computed, defaulted, optional, text, timestamp } from './vocabulary.ts'

export const api_token = resource({
  name: 'api_token',
  prefix: 'tok',
  description:
    'A token of one user, with the rights of the user. When the user gains a site role, tokens that anybody but a site admin issued for the user are revoked.',
  within: user,
  key: [],
  owner: 'user',
  verbs: ['list', 'create', 'read', 'delete'],
  surfaces: [],
  attributes: {
    description: defaulted(text({ max: 512 }), { description: 'What the token is for.', default: '' }),
    expires_at: optional(timestamp(), {
      description:
        'When the token expires (RFC 3339). Null means never. When omitted, the token expires at the end of the longest life that the operator allows, or never.',
    }),
    prefix: computed(text(), { description: 'The first characters of the token, which tell tokens apart.' }),
    token: computed(text(), {
      description: 'The token itself, to be sent as `Authorization: Bearer <token>`.',
      secret: true,
    }),
  },
})
