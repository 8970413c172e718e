// Every resource is imported by its key, its id and its identity, and what cannot be found says so.
import { expect } from 'chai'
import { offeredAs, resourceNamed } from '../../schemas/index.ts'
import { naturalKey } from '../../schemas/place.ts'
import { flat, type Project, startProject } from '../support/terraform/project.ts'
import { everyResource } from './every-resource.ts'

type Instance = { type: string; values: Record<string, unknown> }

describe('an import', function () {
  this.timeout(600_000)
  let project: Project
  let instances: Instance[]
  before(async () => {
    project = await startProject({ version: '1.15.0' })
    await project.apply(everyResource)
    instances = (await project.terraform.state()).values.root_module.resources
  })
  after(() => project?.stop())

  const keyOf = ({ type, values }: Instance): string => {
    const resource = resourceNamed(type.replace('polder_', ''))
    const { name } = resource
    const key = naturalKey(resource)
    return key.length === 0 ? name : key.map((part) => values[part]).join('/')
  }
  const block = (by: (it: Instance) => string) =>
    instances.map((it) => `import {\n  to = ${it.type}.it\n  ${by(it)}\n}\n`).join('')
  const forms = {
    key: (it: Instance) => `id = ${JSON.stringify(keyOf(it))}`,
    id: (it: Instance) => `id = ${JSON.stringify(it.values.id)}`,
    identity: (it: Instance) => `identity = { id = ${JSON.stringify(it.values.id)} }`,
    'identity-by-key': (it: Instance) => {
      const key = naturalKey(resourceNamed(it.type.replace('polder_', '')))
      const parts = key.map((part) => `${part} = ${JSON.stringify(it.values[part])}`)
      return `identity = { ${parts.join(', ') || `id = ${JSON.stringify(it.values.id)}`} }`
    },
  }

  for (const [form, by] of Object.entries(forms)) {
    it(`TF-03 by ${form} of every resource plans nothing but the import`, async () => {
      const state = `-state=${form}.tfstate`
      await project.write(everyResource + block(by))
      const { status, stdout, stderr } = await project.terraform.plan(state)
      expect(status, stderr).not.to.equal(1)
      const planned = await project.terraform.planned()
      for (const { address, change } of planned.resource_changes) {
        expect(change.actions, `${address}\n${stdout}`).to.deep.equal(['no-op'])
        expect(change.importing, address).to.be.an('object')
      }
      expect(planned.resource_changes).to.have.length(offeredAs('resource').length)
      await project.terraform.apply(state)
      expect(await project.plan(everyResource, state)).to.deep.equal([])
    })
  }

  it('TF-03 of the deployment plans nothing, whether its settings are configured or not', async () => {
    const bare =
      'resource "polder_deployment" "it" {}\nimport {\n  to = polder_deployment.it\n  id = "deployment"\n}\n'
    expect(await project.plan(bare, '-state=bare.tfstate')).to.deep.equal([])
    expect((await project.terraform.apply('-state=bare.tfstate')).status).to.equal(0)
    expect(await project.plan(bare, '-state=bare.tfstate')).to.deep.equal([])
  })

  it('S26 by an identity that lacks a part is refused with what to give', async () => {
    const block = 'resource "polder_org_membership" "it" {\n  organization = "acme"\n  user = "x"\n}\n'
    const by = 'import {\n  to = polder_org_membership.it\n  identity = { organization = "acme" }\n}\n'
    expect(await project.refused(block + by, '-state=none.tfstate')).to.include(
      'The identity is not its id (`mem_…`) or its key (`organization/user`)',
    )
  })

  it('of something that is not there says how to name it', async () => {
    await project.write('resource "polder_org_membership" "none" {\n  user = "x"\n}\n')
    for (const [id, words] of [
      ['acme/nobody', 'The org_membership `acme/nobody` does not exist'],
      ['acme', '`acme` is not its id (`mem_…`) or its key (`organization/user`)'],
    ] as const) {
      const { status, stderr } = await project.terraform.import(
        'polder_org_membership.none',
        id,
        '-state=none.tfstate',
      )
      expect(status).to.equal(1)
      expect(flat(stderr)).to.include(words)
    }
  })
})
