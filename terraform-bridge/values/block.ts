// A schema as Terraform sees it: the blocks of a resource, of its two data sources, and of the provider itself.

import { idNameOf, pluralOf } from '../../schemas/index.ts'
import { naturalKey } from '../../schemas/place.ts'
import {
  type Attribute,
  type Attributes,
  type Resource,
  type Shape,
  setOf,
  text,
} from '../../schemas/vocabulary.ts'
import type { Block, IdentityAttribute, Nested, Attribute as Terraform } from '../protocol/schema.ts'
import type { CtyType } from '../protocol/value.ts'

/** The managed resource: no volatile facts, secrets write-only, `timeouts` where a cluster is waited for. */
export const resourceBlock = (resource: Resource): Block => ({
  description: resource.description,
  attributes: {
    ...each(kept(resource), settable),
    ...(resource.clustered ? { timeouts } : {}),
  },
})

/** The singular data source: found by `id` or by the natural key, and everything about it is shown. */
export const dataSourceBlock = (resource: Resource): Block => ({
  description: `Reads one ${resource.name}, by its id or by its natural key. ${resource.description}`,
  attributes: each(shown(resource.attributes), (attribute, name) => ({
    ...answered(attribute),
    optional: (!resource.singleton && (name === 'id' || naturalKey(resource).includes(name))) || undefined,
  })),
})

/** The plural data source: filters, and a list named as the plural. */
export const pluralBlock = (resource: Resource): Block => ({
  description: `Lists every ${resource.name} that matches all filters, ordered by natural key.`,
  attributes: {
    ...each(filters(resource), ({ shape, description }) => ({
      type: typeOf(shape, answered),
      optional: true,
      description,
    })),
    [pluralOf(resource)]: {
      type: {
        nesting: 'list',
        attributes: each(shown(resource.attributes), answered),
      },
      computed: true,
      description: 'The objects found, ordered by natural key.',
    },
  },
})

export const providerBlock: Block = {
  description: 'Organizations, members, roles, quotas and workspace providers of a Polder deployment.',
  attributes: {
    url: {
      type: 'string',
      optional: true,
      description:
        'Address of the API, such as `https://polder.example.com`; with a path if a proxy serves the API below a path. Defaults to `POLDER_URL`.',
    },
    token: {
      type: 'string',
      optional: true,
      sensitive: true,
      description: 'API token. Defaults to `POLDER_TOKEN`.',
    },
    ca_file: {
      type: 'string',
      optional: true,
      description:
        'File with the certificate authorities of the API, in PEM. Defaults to `POLDER_CA_FILE`, or to the public authorities.',
    },
    organization: {
      type: 'string',
      optional: true,
      description:
        'The organization of every resource that names none, by name or id. Defaults to the default organization of the deployment.',
    },
    plan_refusals: {
      type: 'string',
      optional: true,
      description:
        'Severity of a plan whose apply the API would refuse: `warning`, or `error` for pipelines that gate on plan. An error also keeps `terraform destroy` from planning without `-refresh=false`. Defaults to `POLDER_PLAN_REFUSALS`, or to `warning`.',
    },
  },
}

/** What identifies an object for ever, its id, and what an import may give instead (Terraform 1.12, S26). */
export const identityAttributes = (resource: Resource): Record<string, IdentityAttribute> =>
  Object.fromEntries(
    ['id', ...naturalKey(resource)].map((name) => {
      const { description } = resource.attributes[name]!
      return [name, { type: 'string', optionalForImport: true, description }]
    }),
  )

const known = new Map<Resource, Attributes>()

/** The attributes that a managed resource keeps in state; secrets are among them, always null. */
export const kept = (resource: Resource): Attributes => {
  const attributes = known.get(resource) ?? inState(resource)
  known.set(resource, attributes)
  return attributes
}

const inState = ({ attributes }: Resource): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([, { notInState }]) => !notInState))

/** By what a data source narrows a list, some of what the API offers: ids, labels, and every text, boolean or reference a writer sets. */
const filters = (resource: Resource): Attributes => {
  const narrows = ([name, { presence, shape, secret }]: [string, Attribute]) =>
    name === 'labels' || (presence !== 'computed' && !secret && filterable.includes(shape.kind))
  return {
    ids: { presence: 'optional', shape: setOf(text()), description: 'Only objects with one of these ids.' },
    ...Object.fromEntries(Object.entries(resource.attributes).filter(narrows)),
  }
}

const filterable: Shape['kind'][] = ['text', 'boolean', 'reference']

/** Everything the API answers: no secrets, and beside every reference the id it stands for. */
export const shown = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, attribute]): [string, Attribute][] => {
      if (attribute.secret) return []
      const id = idNameOf(name, attribute.shape)
      if (!id) return [[name, attribute]]
      const shape = attribute.shape.kind === 'set' ? setOf(text()) : text()
      return [
        [name, attribute],
        [id, { presence: 'computed', shape, description: `The ids of \`${name}\`.` }],
      ]
    }),
  )

const timeouts: Terraform = {
  type: {
    nesting: 'single',
    attributes: Object.fromEntries(
      ['create', 'update', 'delete'].map((verb) => [
        verb,
        {
          type: 'string' as const,
          optional: true,
          description: `How long ${verb} waits for the clusters, such as \`90s\` or \`10m\`. Defaults to 5 minutes.`,
        },
      ]),
    ),
  },
  optional: true,
  description: 'How long to wait for the clusters. A change of `timeouts` alone writes nothing.',
}

const each = (attributes: Attributes, as: (attribute: Attribute, name: string) => Terraform) =>
  Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, as(attribute, name)]))

const settable = ({ presence, shape, description, unmanaged, secret }: Attribute): Terraform => ({
  type: typeOf(shape, settable),
  description,
  required: presence === 'required' || undefined,
  optional: presence === 'optional' || presence === 'defaulted' || undefined,
  computed: presence === 'computed' || presence === 'defaulted' || unmanaged || undefined,
  sensitive: secret,
  writeOnly: secret,
})

const answered = ({ shape, description }: Attribute): Terraform => ({
  type: typeOf(shape, answered),
  description,
  computed: true,
})

const typeOf = (shape: Shape, inside: (attribute: Attribute) => Terraform): CtyType | Nested => {
  if (shape.kind === 'object') return { nesting: 'single', attributes: each(shape.attributes, inside) }
  if (shape.kind === 'map') return ['map', scalarType(shape.of)]
  if (shape.kind !== 'set') return scalarType(shape)
  return shape.of.kind === 'object'
    ? { nesting: 'set', attributes: each(shape.of.attributes, inside) }
    : ['set', scalarType(shape.of)]
}

const scalarType = ({ kind }: Shape): CtyType =>
  kind === 'boolean' ? 'bool' : kind === 'integer' ? 'number' : 'string'
