// A resource as it is written, with the attributes of its place and those that every resource has.
import {
  type Attribute,
  type Attributes,
  boolean,
  computed,
  defaulted,
  integer,
  object,
  type Reference,
  type Resource,
  reference,
  required,
  setOf,
  text,
  timestamp,
} from './vocabulary.ts'

const id = computed(text(), { description: 'Opaque identifier, chosen by the server.' })
const everyone = {
  created_at: computed(timestamp(), { description: 'When it was created (RFC 3339, UTC).' }),
  updated_at: computed(timestamp(), {
    description: 'When a writer last changed it (RFC 3339, UTC).',
    notInState: true,
  }),
  generation: computed(integer(), {
    description: 'Counts the changes by writers, from 1.',
    notInState: true,
  }),
} as const

const condition = object({
  type: computed(text(), { description: 'What the condition describes, such as `Reachable` or `Synced`.' }),
  status: computed(text({ oneOf: ['True', 'False', 'Unknown'] }), {
    description: '`True`, `False` or `Unknown`.',
  }),
  reason: computed(text(), { description: 'One CamelCase word for programs.' }),
  message: computed(text({ max: 500 }), {
    description: 'What, since when and what happens next, for people.',
  }),
  last_transition_time: computed(timestamp(), { description: 'When the status last changed.' }),
  observed_generation: computed(integer(), {
    description: 'The generation the condition was concluded from.',
  }),
})

const inCluster = {
  reconciled: computed(boolean(), {
    description:
      'Whether every reachable cluster holds it as declared. Put `self.reconciled` in a postcondition to fail a pipeline.',
    derived: true,
  }),
  observed_generation: computed(integer(), {
    description:
      'The generation that every cluster holds which `reconciled` speaks of. It equals `generation` where there is no such cluster, so a script that waits for it ends without any cluster too.',
    derived: true,
    notInState: true,
  }),
  conditions: computed(setOf(condition), { description: 'What the clusters last said.', notInState: true }),
} as const

type Parent<P extends Resource> = {
  readonly [K in P['name']]: P extends { readonly fallback: string }
    ? Attribute<'defaulted', Reference> & { readonly fallback: string; readonly requiresReplace: true }
    : Attribute<'required', Reference> & { readonly requiresReplace: true }
}
type Top<P extends Resource> = P extends { readonly within: infer Q extends Resource } ? Top<Q> : P
type Above<W> = W extends Resource ? Parent<Top<W>> & Parent<W> : unknown

const spaced = (name: string) => name.replaceAll('_', ' ')

const parent = ({ name, fallback }: Resource, child: string): Attribute => {
  const noun = spaced(name)
  const description = `The ${noun} that the ${spaced(child)} belongs to, by name or id.`
  return fallback === undefined
    ? required(reference(name), { description, requiresReplace: true })
    : defaulted(reference(name), {
        description: `${description} Omitted, it is the default ${noun} at creation.`,
        fallback,
        requiresReplace: true,
      })
}

const topOf = (it: Resource): Resource => (it.within ? topOf(it.within) : it)

/** Where an object lives: what is above everything in its place, and its parent, whose name is unique up there. */
const above = ({ name, within }: Pick<Resource, 'name' | 'within'>): Attributes =>
  within ? Object.fromEntries([topOf(within), within].map((it) => [it.name, parent(it, name)])) : {}

export type Common<C, W = undefined> = { id: typeof id } & Above<W> &
  typeof everyone &
  (C extends string ? typeof inCluster : unknown)

/** A resource as written, with the attributes every resource has and those of its place. */
export const resource = <
  const N extends string,
  const A extends Attributes,
  const C extends 'deleted later' | 'deleted at once' | undefined = undefined,
  const W extends Resource | undefined = undefined,
  const F extends string | undefined = undefined,
>(
  it: Omit<Resource<N, A & Common<C, W>>, 'clustered' | 'attributes' | 'within' | 'fallback'> & {
    readonly attributes: A
    readonly clustered?: C
    readonly within?: W
    readonly fallback?: F
  },
) =>
  ({
    ...it,
    attributes: {
      id,
      ...above(it),
      ...it.attributes,
      ...everyone,
      ...(it.clustered ? inCluster : {}),
    },
  }) as unknown as Resource<N, A & Common<C, W>> & {
    readonly clustered?: C
    readonly within: W
    readonly fallback: F
  }
