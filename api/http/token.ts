// A token as it is asked for and answered: described like a resource, so that the same check and document serve it.
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
      'When the token stops working (RFC 3339). Null means never. Left out, it is the end of the longest life that the operator allows, and null where any is allowed.',
  }),
}

export const token = resource({
  name: 'token',
  prefix: 'tok',
  description:
    'A token of one user. It may do what the user may; it is shown once, when it is issued. When the user gains a site role, a token that anybody but a site admin issued for them is revoked.',
  key: [],
  attributes: {
    ...asked,
    prefix: computed(text(), { description: 'The first characters of the token, to tell it from others.' }),
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
  description: 'A new token with its secret, which no other answer shows.',
  attributes: {
    ...listedToken.attributes,
    token: required(text(), { description: 'The secret: send it as `Authorization: Bearer <token>`.' }),
  },
}
