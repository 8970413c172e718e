// What is taken out of a configuration goes back to its default on the server.
import { expect } from 'chai'
import { pluralOf, resourceNamed } from '../../schemas/index.ts'
import type { Body } from '../support/api.ts'
import { type Project, startProject } from '../support/terraform/project.ts'
import { everyResource, optional, rewritten } from './every-resource.ts'

const removable = optional.filter(({ attribute }) => !attribute.requiresReplace)
const managed = removable.filter(({ attribute }) => !attribute.unmanaged)
/** The same objects with nothing but what is required, and of all limits with one. */
const bare = rewritten(() => undefined, removable).replace(/(limits +=) .*/, '$1 { memory = "2Gi" }')

describe('an attribute taken out of the configuration', function () {
  this.timeout(120_000)
  let project: Project
  let planned: string[]
  /** By noun: what is on the server afterwards. */
  const found = new Map<string, Body>()
  before(async () => {
    project = await startProject()
    await project.apply(everyResource)
    planned = await project.plan(bare)
    await project.apply(bare)
    const { values } = await project.terraform.state()
    for (const { type, values: it } of values.root_module.resources as { type: string; values: Body }[]) {
      const noun = type.replace('polder_', '')
      found.set(noun, await project.api.read(`${pluralOf(resourceNamed(noun))}/${it.id}`))
    }
  })
  after(() => project?.stop())

  it('TF-02 is planned in place, and the plan after the apply is empty', async () => {
    const nouns = new Set([...managed.map(({ noun }) => noun), 'org_quota'])
    expect(planned).to.deep.equal([...nouns].map((noun) => `update polder_${noun}.it`).toSorted())
    expect(await project.plan(bare)).to.deep.equal([])
  })

  for (const { noun, name, attribute } of managed) {
    it(`TF-02 is back at its default on the server: ${noun}.${name}`, () => {
      const { follows, default: otherwise = null } = attribute
      const now = found.get(noun)!
      expect(now[name]).to.deep.equal(follows ? now[follows] : otherwise)
    })
  }

  it('TF-02 is gone from the limits of a quota on the server', () => {
    const { limits } = found.get('org_quota')!
    expect(limits.memory).to.equal('2048Mi')
    expect(limits.cpu ?? null).to.equal(null)
  })

  it('S19 keeps what is only managed when it is set', async () => {
    expect(await project.api.read('deployments/deployment')).to.include({ default_organization: 'acme' })
  })

  describe('that is a display name', () => {
    const state = '-state=renamed.tfstate'
    const named = (name: string, more = '') =>
      `resource "polder_organization" "renamed" {\n  name = "${name}"\n  ${more}\n}\n`
    beforeEach(() => project.apply(named('first', 'display_name = "The first"'), state))
    afterEach(() => project.apply('', state))

    it('follows a later rename of its object', async () => {
      await project.apply(named('first'), state)
      await project.apply(named('second'), state)
      expect(await project.api.read('organizations/second')).to.include({ display_name: 'second' })
    })

    it('is kept through a rename while it is set to the old name', async () => {
      const set = (name: string) => named(name, 'display_name = "first"')
      await project.apply(set('first'), state)
      await project.apply(set('second'), state)
      expect(await project.api.read('organizations/second')).to.include({ display_name: 'first' })
      expect(await project.plan(set('second'), state)).to.deep.equal([])
    })
  })
})
