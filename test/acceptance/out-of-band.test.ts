// What somebody did past Terraform shows in the next plan.
import { expect } from 'chai'
import { pluralOf, resources } from '../../schemas/index.ts'
import { type Project, startProject } from '../support/project.ts'
import { everyResource } from './every-resource.ts'

/** One change for every resource, made over REST. */
const changes: Record<string, object> = {
  organization: { description: 'changed' },
  deployment: { default_organization: 'default' },
  user: { suspended: true },
  org_membership: { roles: [] },
  custom_role: { every_member: true },
  org_quota: { limits: { cpu: '7' } },
  workspace_provider: { region: 'us' },
}

describe('out-of-band', function () {
  this.timeout(120_000)
  let project: Project
  before(async () => {
    project = await startProject()
    await project.apply(everyResource)
  })
  after(() => project?.stop())

  const idOf = async (noun: string): Promise<string> => {
    const { values } = await project.terraform.state()
    const found = values.root_module.resources.find(({ type }: { type: string }) => type === `polder_${noun}`)
    return found.values.id
  }

  for (const resource of resources) {
    const { name, singleton } = resource
    const path = async () => `/v1/${pluralOf(resource)}/${await idOf(name)}`

    if (changes[name]) {
      it(`TF-01 a changed ${name} is drift that the next apply undoes`, async () => {
        const { status, body } = await project.api.request('PATCH', await path(), changes[name])
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
