// What every schema keeps to, so that each reader of schemas can rely on it.
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { checkCreate } from '../../schemas/check.ts'
import { drawnSecrets, isDrawn, offeredAs, pluralOf, resources, serves } from '../../schemas/index.ts'
import { naturalKey } from '../../schemas/place.ts'
import type { Attribute, Attributes, Resource, Shape } from '../../schemas/vocabulary.ts'

/** What CDKTF cannot compile, or what Terraform keeps for itself. */
const reserved = [
  'connection',
  'count',
  'depends_on',
  'for_each',
  'lifecycle',
  'provider',
  'provisioner',
  'timeouts',
]

type Spoken = { path: string; name: string; attribute: Attribute; beside: Attributes; nested: boolean }

function* spoken(beside: Attributes, path: string, nested = false): Generator<Spoken> {
  for (const [name, attribute] of Object.entries(beside)) {
    yield { path: `${path}.${name}`, name, attribute, beside, nested }
    const { shape } = attribute
    const inner = shape.kind === 'set' || shape.kind === 'map' ? shape.of : shape
    if (inner.kind === 'object') yield* spoken(inner.attributes, `${path}.${name}`, true)
  }
}
const everything = resources.flatMap((it) => [...spoken(it.attributes, it.name)])
const wrong = (is: (it: Spoken) => boolean) => everything.filter(is).map(({ path }) => path)
const elementOf = (shape: Shape): Shape => (shape.kind === 'set' || shape.kind === 'map' ? shape.of : shape)
const referred = ({ attribute: { shape } }: Spoken) => {
  const it = elementOf(shape)
  return it.kind === 'reference' ? it.to : undefined
}

/** What a shape refers to, at any depth. */
const targets = (shape: Shape): string[] => {
  const it = elementOf(shape)
  if (it.kind === 'object') return Object.values(it.attributes).flatMap((inner) => targets(inner.shape))
  return it.kind === 'reference' ? [it.to] : []
}

describe('The names in schemas', () => {
  it('are words in snake_case', () => {
    expect(wrong(({ name }) => !/^[a-z]+(_[a-z]+)*$/.test(name))).to.deep.equal([])
    expect(resources.filter(({ name }) => !/^[a-z]+(_[a-z]+)*$/.test(name))).to.deep.equal([])
  })

  it('break neither CDKTF nor Terraform', () => {
    const offered = [...new Set([...offeredAs('resource'), ...offeredAs('data source')])]
    const names = offered.flatMap((it) => [...spoken(it.attributes, it.name)])
    expect(names.filter(({ name }) => reserved.includes(name)).map(({ path }) => path)).to.deep.equal([])
  })

  it('leave `<reference>_id` and `deleting` to the answers', () => {
    expect(
      wrong(({ name, beside, nested }) => !nested && beside[name.replace(/_ids?$/, '')] !== beside[name]),
    ).to.deep.equal([])
    expect(wrong(({ name, nested }) => !nested && name === 'deleting')).to.deep.equal([])
  })

  it('are one each: resources, plurals and prefixes of ids', () => {
    for (const word of [(it: Resource) => it.name, pluralOf, (it: Resource) => it.prefix])
      expect(new Set(resources.map(word))).to.have.property('size', resources.length)
    const names = resources.map(({ name }) => name)
    expect(resources.map(pluralOf).filter((it) => names.includes(it))).to.deep.equal([])
  })
})

describe('The words of schemas', () => {
  it('are few: shapes, presences, constraints and notes together stay below the ceiling', () => {
    const file = readFileSync(new URL('../../schemas/vocabulary.ts', import.meta.url), 'utf8')
    const keysOf = (type: string) => {
      const declared = new RegExp(`^export type ${type}\\b.*?^\\}`, 'ms').exec(file)?.[0] ?? ''
      return [...declared.matchAll(/^ {2}readonly (\w+)/gm)].map(([, key]) => key!)
    }
    const builders = [...file.matchAll(/^export const (\w+) =/gm)].map(([, name]) => name!)
    const constraints = ['Text', 'Reference'].flatMap(keysOf).filter((it) => it !== 'kind' && it !== 'to')
    const words = new Set([...builders, ...constraints, ...keysOf('Notes'), ...keysOf('Resource')])
    for (const plain of ['resource', 'condition', 'name', 'description', 'attributes']) words.delete(plain)
    expect(words).to.include.keys(
      'required',
      'setOf',
      'nullable',
      'compared',
      'builtin',
      'follows',
      'key',
      'clustered',
    )
    expect(words.size, [...words].join(' ')).to.be.at.most(44)
  })

  it('describe everything in sentences', () => {
    const isSentence = (it: string) => /^[A-Z`].*\.$/s.test(it) && it.length <= 300
    expect(wrong(({ attribute }) => !isSentence(attribute.description))).to.deep.equal([])
    expect(resources.filter(({ description }) => !isSentence(description))).to.deep.equal([])
  })

  it('say in words what a pattern asks for', () => {
    const silent = ({ attribute: { shape } }: Spoken) => {
      const it = elementOf(shape)
      return it.kind === 'text' && it.matches !== undefined && it.words === undefined
    }
    expect(wrong(silent)).to.deep.equal([])
  })
})

describe('What schemas point to', () => {
  it('is a resource that exists', () => {
    const names = resources.map(({ name }) => name)
    expect(wrong((it) => !names.includes(referred(it) ?? names[0]!))).to.deep.equal([])
    expect(wrong(({ attribute: { view } }) => view !== undefined && !names.includes(view))).to.deep.equal([])
  })

  it('is an attribute beside it, or of the deployment', () => {
    const { attributes } = resources.find(({ singleton }) => singleton)!
    expect(
      wrong(({ attribute: { follows }, beside }) => follows !== undefined && !beside[follows]),
    ).to.deep.equal([])
    expect(
      wrong(({ attribute: { fallback } }) => fallback !== undefined && !attributes[fallback]),
    ).to.deep.equal([])
  })

  it('is, for a key, attributes that are always known, but for its last part', () => {
    for (const it of resources) {
      const { name, key, unique = [], attributes, singleton, within } = it
      // What is in a place may be addressed by id alone.
      expect(key.length > 0 || within !== undefined, name).to.equal(!singleton)
      for (const part of [...naturalKey(it), ...unique]) expect(attributes, name).to.have.property(part)
      for (const part of key.slice(0, -1)) expect(attributes[part]!.presence, name).to.not.equal('optional')
    }
  })

  it('is, for a place and an owner, the object itself or a reference that always has a target', () => {
    const { organization, user } = Object.fromEntries(resources.map((it) => [it.name, it]))
    for (const { name, attributes, place = 'id', owner = 'id' } of resources)
      for (const [part, to] of [
        [place, organization],
        [owner, user],
      ] as const) {
        if (part === 'id') continue
        expect(attributes[part]?.shape, name).to.deep.include({ kind: 'reference', to: to!.name })
        expect(attributes[part]!.presence, name).to.not.equal('optional')
      }
  })

  it('is in no ring: what refers to a resource is never above it', () => {
    const after = new Map<string, Set<string>>()
    const reach = (name: string): Set<string> => {
      const known = after.get(name)
      if (known) return known
      const found = new Set<string>()
      after.set(name, found)
      const { attributes } = resources.find((it) => it.name === name)!
      for (const to of Object.values(attributes).flatMap(({ shape }) => targets(shape))) {
        found.add(to)
        for (const further of reach(to)) found.add(further)
      }
      return found
    }
    const refersOnlyDown = resources.filter(({ name }) => reach(name).has(name)).map(({ name }) => name)
    expect(refersOnlyDown).to.deep.equal([])
  })
})

describe('The attributes of schemas', () => {
  it('keep no secret without a version beside it, and none in a nested object', () => {
    expect(
      wrong(({ attribute, name, beside, nested }) =>
        attribute.secret && !isDrawn(attribute)
          ? nested || beside[`${name}_version`]?.shape.kind !== 'integer'
          : false,
      ),
    ).to.deep.equal([])
  })

  it('have the server draw a secret only where a POST alone creates, and Terraform keeps no state', () => {
    expect(wrong(({ attribute, nested }) => nested && isDrawn(attribute))).to.deep.equal([])
    for (const it of resources.filter((one) => drawnSecrets(one).length > 0)) {
      expect(serves(it, 'put'), it.name).to.equal(false)
      expect(offeredAs('resource'), it.name).not.to.include(it)
    }
  })

  it('say what an omitted value becomes when they are defaulted, and only then', () => {
    const said = ({ default: value, follows, fallback }: Attribute) =>
      [value !== undefined, follows !== undefined, fallback !== undefined].filter(Boolean).length
    expect(
      wrong(({ attribute }) => said(attribute) !== (attribute.presence === 'defaulted' ? 1 : 0)),
    ).to.deep.equal([])
  })

  it('have defaults that their own check takes', () => {
    for (const { name, attributes } of resources)
      for (const [attribute, { default: value, shape }] of Object.entries(attributes))
        if (value !== undefined) {
          const found = checkCreate(
            { attributes: { it: { presence: 'required', shape, description: '' } } } as never,
            {
              it: value,
            },
          )
          expect(found, `${name}.${attribute}`).to.deep.equal([])
        }
  })

  it('say that they may be null only where the server sets them, outside of objects', () => {
    expect(
      wrong(
        ({ attribute, nested }) =>
          attribute.nullable === true && (nested || attribute.presence !== 'computed'),
      ),
    ).to.deep.equal([])
  })

  it('show volatile facts outside of Terraform state only when the server sets them', () => {
    expect(
      wrong(({ attribute }) => attribute.notInState === true && attribute.presence !== 'computed'),
    ).to.deep.equal([])
  })

  it('hold no set of objects with parts that the server would fill in', () => {
    expect(
      wrong(
        ({ attribute: { shape, presence } }) =>
          presence !== 'computed' &&
          shape.kind === 'set' &&
          shape.of.kind === 'object' &&
          Object.values(shape.of.attributes).some(
            (it) => it.presence === 'defaulted' || it.presence === 'computed',
          ),
      ),
    ).to.deep.equal([])
  })
})
