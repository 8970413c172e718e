// The schema of a token: described like a resource, so that the same check and document serve it.
import { resource } from '../../schemas/resource.ts'
import {
  computed,
  defaulted,
  optional,
  type Resource,
  required,
  text,
  timestamp,
} from '../../schemas/vocabulary.ts'

const asked = {
  description: defaulted(text({ max: 512 }), { description: 'What the token is for.', default: '' }),
  expires_at: optional(timestamp(), {
    description:
      'When the token expires (RFC 3339). Null means never. When omitted, the token expires at the end of the longest life that the operator allows, or never.',
  }),
}

export const token = resource({
  name: 'token',
  prefix: 'tok',
  description:
    'A token of one user, with the rights of the user. The secret is shown once, when the token is issued. When the user gains a site role, tokens that anybody but a site admin issued for the user are revoked.',
  key: [],
  attributes: {
    ...asked,
    prefix: computed(text(), { description: 'The first characters of the token, which tell tokens apart.' }),
  },
})

const { id, prefix, created_at } = token.attributes

/** As it is listed: it never changes, so that it has no generation. */
export const listedToken: Resource = {
  ...token,
  attributes: {
    id: required(text(), { description: id.description }),
    prefix: required(text(), { description: prefix.description }),
    ...asked,
    created_at: required(timestamp(), { description: created_at.description }),
  },
}

/** As it is answered once. */
export const issuedToken: Resource = {
  ...listedToken,
  name: 'issued_token',
  description: 'A new token with its secret, which only this answer contains.',
  attributes: {
    ...listedToken.attributes,
    token: required(text(), {
      description: 'The secret of the token, to be sent as `Authorization: Bearer <token>`.',
    }),
  },
}
