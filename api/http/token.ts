// A token as it is asked for and answered: described like a resource, so that the same check and document serve it.
import { computed, defaulted, instant, optional, resource, text } from '../../schemas/vocabulary.ts'

export const token = resource({
  name: 'token',
  prefix: 'tok',
  about: 'A token of one user. It may do what the user may; it is shown once, when it is issued.',
  key: [],
  attributes: {
    description: defaulted(text({ max: 512 }), { about: 'What it is for.', default: '' }),
    expires_at: optional(instant(), { about: 'When it stops working (RFC 3339). Null means never.' }),
    prefix: computed(text(), { about: 'How it begins, to tell it from others.' }),
  },
})
