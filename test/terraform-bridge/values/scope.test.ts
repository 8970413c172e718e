// How objects are called that live in other objects, with nouns that no product has yet.
import { expect } from 'chai'
import { resources } from '../../../schemas/index.ts'
import { organization } from '../../../schemas/organization.ts'
import { resource } from '../../../schemas/resource.ts'
import { type Resource, reference, required, text } from '../../../schemas/vocabulary.ts'
import { addressIn, keyForm, keyOf, plannedKey } from '../../../terraform-bridge/values/key.ts'
import { addressOfCall, callOf, scopeIn } from '../../../terraform-bridge/values/scope.ts'

const named = { name: required(text(), { description: 'Its name.' }) }
const description = 'Scratch.'
const shelf = resource({
  name: 'shelf',
  prefix: 'shf',
  description,
  within: organization,
  key: ['name'],
  attributes: named,
})
const box = resource({
  name: 'box',
  prefix: 'box',
  description,
  within: shelf,
  key: ['name'],
  attributes: named,
})
const label = resource({
  name: 'label',
  prefix: 'lbl',
  description,
  within: box,
  key: ['name'],
  attributes: named,
})
const ticket = resource({
  name: 'ticket',
  prefix: 'tkt',
  description,
  within: shelf,
  key: [],
  attributes: {},
})
const desk = resource({
  name: 'desk',
  prefix: 'dsk',
  description,
  within: organization,
  key: ['name'],
  attributes: { ...named, box: required(reference('box'), { description: 'Its box.' }) },
})
const robot = resource({
  name: 'robot',
  prefix: 'rob',
  description,
  key: ['name'],
  attributes: { ...named, box: required(reference('box'), { description: 'Its box.' }) },
})
const scratch: Resource[] = [shelf, box, label, ticket, desk, robot]

describe('S16 an object that lives in another', () => {
  const registry = resources as Resource[]
  before(() => void registry.push(...scratch))
  after(() => void registry.splice(registry.length - scratch.length))

  const acme = [{ id: 'org_acme', name: 'acme' }]

  it('TF-03 is imported by the names of all that is above it and its own, or by its id', () => {
    expect(keyForm(box)).to.equal('organization/shelf/name')
    expect(addressIn(box, 'acme/top/red')).to.deep.equal(['acme', 'top', 'red'])
    expect(addressIn(box, 'acme/red')).to.equal(undefined)
    expect(addressIn(box, 'box_a')).to.deep.equal(['box_a'])
    expect(addressIn(label, 'acme/top/red/hot')).to.deep.equal(['acme', 'top', 'red', 'hot'])
    expect(addressIn(label, 'acme/red/hot')).to.equal(undefined)
    expect(addressIn(box, 'box_a/top/red'), 'a name that begins like an id').to.have.length(3)
  })

  it('has an address of as many parts, though its parent is told by a path', () => {
    const row = { organization: 'acme', box: 'top/red', name: 'hot' }
    expect(keyOf(label, row)).to.deep.equal(['acme', 'top', 'red', 'hot'])
    expect(keyOf(label, row, 'organization').join('/')).to.equal('top/red/hot')
  })

  it('that has no key is addressed by its id alone', () => {
    expect(keyForm(ticket)).to.equal('')
    expect(addressIn(ticket, 'acme/top')).to.equal(undefined)
    expect(addressIn(ticket, 'tkt_a')).to.deep.equal(['tkt_a'])
    expect(plannedKey(ticket, { organization: 'acme', shelf: 'top' }, {})).to.equal(undefined)
  })

  it('is looked for in the id of the place that it shares with what refers to it', () => {
    const values = { organization: 'acme', box: 'top/red', name: 'one' }
    const scope = scopeIn(desk, box, values, { organization: acme })!
    expect(scope).to.deep.equal({ place: 'organization', key: 'org_acme', name: 'acme', exists: true })
    expect(addressOfCall(box, scope, 'top/red')).to.deep.equal(['org_acme', 'top', 'red'])
    expect(addressOfCall(box, scope, 'box_a')).to.deep.equal(['box_a'])
    expect(addressOfCall(box, scope, 'red')).to.equal(undefined)
    expect(scopeIn(desk, box, values, {})).to.include({ key: 'acme', exists: false })
  })

  it('is looked for by its whole address from outside of every place', () => {
    const scope = scopeIn(robot, box, { name: 'one', box: 'acme/top/red' }, {})!
    expect(scope).to.include({ key: '', exists: true })
    expect(addressOfCall(box, scope, 'acme/top/red')).to.deep.equal(['acme', 'top', 'red'])
  })

  it('is called by its path, whether its parent is written as a name or as an id', () => {
    const called = { scope: 'org_acme', call: 'top/red' }
    const by = (shelf: string, pairs = {}) =>
      callOf(box, { organization: 'org_acme', shelf, name: 'red' }, { organization: acme, ...pairs })
    expect(by('top')).to.deep.equal(called)
    expect(by('shf_a', { shelf: [{ id: 'shf_a', name: 'top' }] })).to.deep.equal(called)
  })
})
