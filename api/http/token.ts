// A token as it is asked for and answered: described like a resource, so that the same check and document serve it.
import {
  computed,
  defaulted,
  instant,
  optional,
  type Resource,
  required,
  resource,
  text,
} from '../../schemas/vocabulary.ts'

const asked = {
  description: defaulted(text({ max: 512 }), { about: 'What it is for.', default: '' }),
  expires_at: optional(instant(), {
    about:
      'When it stops working (RFC 3339). Null means never. Left out, it is the end of the longest life that the operator allows, and null where any is allowed.',
  }),
}

export const token = resource({
  name: 'token',
  prefix: 'tok',
  about: 'A token of one user. It may do what the user may; it is shown once, when it is issued.',
  key: [],
  attributes: { ...asked, prefix: computed(text(), { about: 'How it begins, to tell it from others.' }) },
})

const { id, prefix, created_at } = token.attributes

/** As it is listed: it never changes, so that it has no generation. */
export const listedToken: Resource = {
  ...token,
  attributes: {
    id: required(text(), { about: id.about }),
    prefix: required(text(), { about: prefix.about }),
    ...asked,
    created_at: required(instant(), { about: created_at.about }),
  },
}

/** As it is answered once. */
export const issuedToken: Resource = {
  ...listedToken,
  name: 'issued_token',
  about: 'A new token with its secret, which no other answer shows.',
  attributes: {
    ...listedToken.attributes,
    token: required(text(), { about: 'The secret: send it as `Authorization: Bearer <token>`.' }),
  },
}
