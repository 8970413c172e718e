// Completes the schema of a resource with the attributes of its place and those that every resource has.
import { spaced } from './spaced.ts'
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
const everyone = (noun: string) =>
  ({
    created_at: computed(timestamp(), { description: `When the ${noun} was created (RFC 3339, UTC).` }),
    updated_at: computed(timestamp(), {
      description: `When a writer last changed the ${noun} (RFC 3339, UTC).`,
      notInState: true,
    }),
    generation: computed(integer(), {
      description: `The number of changes by writers to the ${noun}, counted from 1.`,
      notInState: true,
    }),
  }) as const

const condition = object({
  type: computed(text(), {
    description: 'The aspect that the condition describes, such as `Reachable` or `Synced`.',
  }),
  status: computed(text({ oneOf: ['True', 'False', 'Unknown'] }), {
    description: 'Status of the condition: `True`, `False` or `Unknown`.',
  }),
  reason: computed(text(), { description: 'Reason of the status: one CamelCase word for programs.' }),
  message: computed(text({ max: 500 }), {
    description: 'What happened, since when, and what happens next, for people.',
  }),
  last_transition_time: computed(timestamp(), {
    description: 'When the status of the condition last changed.',
  }),
  observed_generation: computed(integer(), {
    description: 'The generation that the condition describes.',
  }),
})

const inCluster = (noun: string) =>
  ({
    reconciled: computed(boolean(), {
      description: `Whether every reachable cluster has the ${noun} as declared. Put \`self.reconciled\` in a postcondition to fail a pipeline.`,
      derived: true,
    }),
    observed_generation: computed(integer(), {
      description: `The generation of the ${noun} that every reachable cluster has. Equals \`generation\` where no cluster is reachable, so that a script that waits for that ends.`,
      derived: true,
      notInState: true,
    }),
    conditions: computed(setOf(condition), {
      description: `The state of the ${noun} in the clusters, as last observed.`,
      derived: true,
      notInState: true,
    }),
  }) as const

type Parent<P extends Resource> = {
  readonly [K in P['name']]: P extends { readonly fallback: string }
    ? Attribute<'defaulted', Reference> & { readonly fallback: string; readonly requiresReplace: true }
    : Attribute<'required', Reference> & { readonly requiresReplace: true }
}
type Top<P extends Resource> = P extends { readonly within: infer Q extends Resource } ? Top<Q> : P
type Above<W> = W extends Resource ? Parent<Top<W>> & Parent<W> : unknown

const parent = ({ name, fallback }: Resource, child: string): Attribute => {
  const noun = spaced(name)
  const description = `The ${noun} that the ${spaced(child)} belongs to, by name or id.`
  return fallback === undefined
    ? required(reference(name), { description, requiresReplace: true })
    : defaulted(reference(name), {
        description: `${description} When omitted, the default ${noun} at creation is used.`,
        fallback,
        requiresReplace: true,
      })
}

const topOf = (it: Resource): Resource => (it.within ? topOf(it.within) : it)

/** The attributes that name the place of an object: the topmost parent, and the parent, whose name is unique there. */
const above = ({ name, within }: Pick<Resource, 'name' | 'within'>): Attributes =>
  within ? Object.fromEntries([topOf(within), within].map((it) => [it.name, parent(it, name)])) : {}

export type Common<C, W = undefined> = { id: typeof id } & Above<W> &
  ReturnType<typeof everyone> &
  (C extends string ? ReturnType<typeof inCluster> : unknown)

/** A resource as written, completed with the attributes of its place and those that every resource has. */
export const resource = <
  const N extends string,
  const A extends Attributes,
  const C extends 'deleted later' | 'deleted at once' | undefined = undefined,
  const W extends Resource | undefined = undefined,
  const F extends string | undefined = undefined,
>(
  it: Omit<
    Resource<N, A & Common<C, W>>,
    'clustered' | 'attributes' | 'within' | 'fallback' | 'singleton'
  > & {
    readonly attributes: A
    readonly clustered?: C
    readonly within?: W
    readonly fallback?: F
  },
) =>
  ({
    ...it,
    ...(it.key.length === 0 && !it.within && { singleton: true }),
    attributes: {
      id,
      ...above(it),
      ...it.attributes,
      ...everyone(spaced(it.name)),
      ...(it.clustered ? inCluster(spaced(it.name)) : {}),
    },
  }) as unknown as Resource<N, A & Common<C, W>> & {
    readonly clustered?: C
    readonly within: W
    readonly fallback: F
  }
