// Descriptions of blocks, read as types and as the protocol's messages.
import { expect } from 'chai'
import { Schema } from '../../../terraform-bridge/protocol/messages/tfplugin6.ts'
import { type Block, identitySchemaOf, schemaOf, typeOf } from '../../../terraform-bridge/protocol/schema.ts'

const workspace: Block = {
  description: 'A **workspace**.',
  attributes: {
    id: { type: 'string', computed: true },
    name: { type: 'string', required: true, description: 'Its name.' },
    tags: { type: ['map', 'string'], optional: true, computed: true },
    old: { type: 'bool', optional: true, deprecated: 'Use tags.' },
    password: { type: 'string', optional: true, sensitive: true, writeOnly: true },
    timeouts: {
      type: { nesting: 'single', attributes: { create: { type: 'string', optional: true } } },
      optional: true,
    },
    rules: {
      type: { nesting: 'set', attributes: { port: { type: 'number', required: true } } },
      optional: true,
    },
  },
  blocks: {
    disk: {
      nesting: 'list',
      maxItems: 3,
      block: { attributes: { gb: { type: 'number', required: true } } },
    },
    limits: { nesting: 'single', block: { attributes: { cpu: { type: 'number', optional: true } } } },
  },
}

describe('Schema', () => {
  it('has a type with every attribute and every block', () => {
    expect(typeOf(workspace)).to.deep.equal([
      'object',
      {
        id: 'string',
        name: 'string',
        tags: ['map', 'string'],
        old: 'bool',
        password: 'string',
        timeouts: ['object', { create: 'string' }],
        rules: ['set', ['object', { port: 'number' }]],
        disk: ['list', ['object', { gb: 'number' }]],
        limits: ['object', { cpu: 'number' }],
      },
    ])
  })

  const message = Schema.decode(Schema.encode(schemaOf(workspace, 3)).finish())
  const attribute = (name: string) => message.block?.attributes?.find((one) => one.name === name)

  it('carries version and prose', () => {
    expect(message.version).to.equal(3)
    expect(message.block).to.include({ description: 'A **workspace**.', descriptionKind: 1 })
    expect(attribute('name')).to.include({ description: 'Its name.', descriptionKind: 1 })
  })

  it('says of every attribute who sets it and what becomes of it', () => {
    expect(attribute('id')).to.include({ computed: true, required: false, optional: false })
    expect(attribute('name')).to.include({ required: true, computed: false })
    expect(attribute('tags')).to.include({ optional: true, computed: true })
    expect(attribute('old')).to.include({ deprecated: true, deprecationMessage: 'Use tags.' })
    expect(attribute('password')).to.include({ sensitive: true, writeOnly: true })
    expect(attribute('name')).to.include({ sensitive: false, writeOnly: false, deprecated: false })
  })

  it('gives plain attributes a type and nested ones attributes, never both', () => {
    expect(String(attribute('tags')?.type)).to.equal('["map","string"]')
    expect(attribute('tags')?.nestedType).to.equal(undefined)
    expect(attribute('timeouts')?.type).to.have.length(0)
    expect(attribute('timeouts')?.nestedType?.nesting).to.equal(1)
    expect(attribute('rules')?.nestedType?.nesting).to.equal(3)
    expect(attribute('rules')?.nestedType?.attributes?.map(({ name }) => name)).to.deep.equal(['port'])
  })

  it('nests blocks with their bounds', () => {
    const [disk, limits] = message.block?.blockTypes ?? []
    expect(disk).to.include({ typeName: 'disk', nesting: 2, minItems: 0, maxItems: 3 })
    expect(disk?.block?.attributes?.[0]).to.include({ name: 'gb', required: true })
    expect(limits).to.include({ typeName: 'limits', nesting: 1 })
  })

  it('describes identities', () => {
    const identity = identitySchemaOf(
      { id: { type: 'string', requiredForImport: true, description: 'Its id.' } },
      1,
    )
    expect(identity).to.deep.equal({
      version: 1,
      identityAttributes: [
        { name: 'id', type: Buffer.from('"string"'), requiredForImport: true, description: 'Its id.' },
      ],
    })
  })
})
