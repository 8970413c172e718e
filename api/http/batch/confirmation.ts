// A confirmation of creates as it is sent: described like a resource, so that the same check and document serve it.
import { resource } from '../../../schemas/resource.ts'
import { required, setOf, text } from '../../../schemas/vocabulary.ts'

/** Ids of one request. */
export const mostIds = 500

const id = text({
  matches: /^[a-z]+_[a-z0-9]{16}$/,
  words: 'an id as an answer showed it, such as `org_k3v9x2m4p7q8w1z5`',
  max: 64,
})

export const confirmation = resource({
  name: 'confirmation',
  prefix: 'cnf',
  description:
    'What tells the server that its answers to creates have arrived. Until then a create that the same user sends again answers the object of the first; from then on the name is taken.',
  key: [],
  attributes: {
    ids: required(setOf(id, { max: mostIds }), {
      description: 'Ids of objects of any types. An id is ignored unless the caller created the object.',
    }),
  },
})
