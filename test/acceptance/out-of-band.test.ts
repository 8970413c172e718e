// What somebody did past Terraform shows in the next plan.
import { expect } from 'chai'
import { offeredAs, pluralOf } from '../../schemas/index.ts'
import { type Project, startProject } from '../support/terraform/project.ts'
import { everyResource, optional } from './every-resource.ts'

/** A change over REST of a resource without an attribute that can be reset. */
const changes: Record<string, object> = {
  deployment: { default_organization: 'default' },
  org_quota: { limits: { cpu: '7' } },
}
/** Null resets an attribute, which the configuration sets to something else. */
const changeOf = (noun: string): object | undefined => {
  const set = optional.find(
    ({ attribute, ...it }) => it.noun === noun && !attribute.requiresReplace && !attribute.unmanaged,
  )
  return set ? { [set.name]: null } : changes[noun]
}

describe('out-of-band', function () {
  this.timeout(120_000)
  let project: Project
  before(async () => {
    project = await startProject()
    await project.apply(everyResource)
  })
  // What a test has left when it failed is no matter of the next one.
  afterEach(async function () {
    if (this.currentTest!.isFailed()) await project.apply(everyResource)
  })
  after(() => project?.stop())

  const idOf = async (noun: string): Promise<string> => {
    const { values } = await project.terraform.state()
    const found = values.root_module.resources.find(({ type }: { type: string }) => type === `polder_${noun}`)
    return found.values.id
  }

  for (const resource of offeredAs('resource')) {
    const { name, singleton } = resource
    const path = async () => `/v1/${pluralOf(resource)}/${await idOf(name)}`

    const change = changeOf(name)
    if (change) {
      it(`TF-01 a changed ${name} is drift that the next apply undoes`, async () => {
        const { status, body } = await project.api.request('PATCH', await path(), change)
        expect(status, JSON.stringify(body)).to.equal(200)
        expect(await project.plan(everyResource)).to.deep.equal([`update polder_${name}.it`])
        await project.apply(everyResource)
        expect(await project.plan(everyResource)).to.deep.equal([])
      })
    }

    if (!singleton) {
      it(`TF-01 a deleted ${name} is planned for re-creation`, async () => {
        // Nothing may be default while it is deleted.
        await project.api.request('PATCH', '/v1/deployments/deployment', { default_organization: 'default' })
        const { status, body } = await project.api.request('DELETE', await path())
        expect(status, JSON.stringify(body)).to.equal(204)
        expect(await project.plan(everyResource)).to.include(`create polder_${name}.it`)
        await project.apply(everyResource)
        expect(await project.plan(everyResource)).to.deep.equal([])
      })
    }
  }
})
