// Data sources show everything the API answers: one object, or those that fit all filters.
import { expect } from 'chai'
import { offeredAs, pluralOf } from '../../schemas/index.ts'
import { naturalKey } from '../../schemas/place.ts'
import { type Project, startProject } from '../support/terraform/project.ts'
import { everyResource } from './every-resource.ts'

describe('a data source', function () {
  this.timeout(120_000)
  let project: Project
  before(async () => {
    project = await startProject()
    await project.apply(everyResource)
  })
  after(() => project?.stop())

  const outputs = async (configuration: string, values: Record<string, string>) => {
    const text = Object.entries(values).map(([name, value]) => `output "${name}" { value = ${value} }\n`)
    await project.apply(everyResource + configuration + text.join(''))
    const found = await project.terraform.outputs()
    return Object.fromEntries(Object.keys(values).map((name) => [name, found[name].value]))
  }

  for (const resource of offeredAs('data source')) {
    const { name, singleton } = resource
    const key = naturalKey(resource)
    it(`of one ${name} finds it by its key and by its id, with what the API answers`, async () => {
      const by = key.map((part) => `  ${part} = polder_${name}.it.${part}\n`).join('')
      const configuration = `
data "polder_${name}" "by_key" {\n${by}  depends_on = [polder_${name}.it]\n}
data "polder_${name}" "by_id" {\n${singleton ? '' : `  id = polder_${name}.it.id\n`}}
`
      const { one, other, id } = await outputs(configuration, {
        one: `data.polder_${name}.by_key`,
        other: `data.polder_${name}.by_id`,
        id: `polder_${name}.it.id`,
      })
      const { body } = await project.api.request('GET', `/v1/${pluralOf(resource)}/${id}`)
      expect(one.generation).to.equal(body.generation)
      expect(Object.keys(other)).to.have.members(Object.keys(body))
      for (const attribute of Object.keys(body).filter((it) => it.endsWith('_id'))) {
        expect(one[attribute]).to.equal(body[attribute])
      }
    })

    it(`of all ${pluralOf(resource)} lists them`, async () => {
      const plural = pluralOf(resource)
      const configuration = `data "polder_${plural}" "all" {\n  depends_on = [polder_${name}.it]\n}\n`
      const { ids } = await outputs(configuration, { ids: `data.polder_${plural}.all.${plural}[*].id` })
      const { body } = await project.api.request('GET', `/v1/${plural}`)
      expect(ids).to.deep.equal(body.items.map((it: { id: string }) => it.id))
    })
  }

  it('lists those that fit every filter', async () => {
    const { some, none, by_ids } = await outputs(
      `
data "polder_workspace_providers" "some" {
  region     = "eu"
  labels     = { tier = "gold" }
  depends_on = [polder_workspace_provider.it]
}
data "polder_workspace_providers" "none" {
  region = "eu"
  labels = { tier = "lead" }
}
data "polder_users" "by_ids" { ids = [polder_user.it.id] }
`,
      {
        some: 'data.polder_workspace_providers.some.workspace_providers[*].name',
        none: 'data.polder_workspace_providers.none.workspace_providers[*].name',
        by_ids: 'data.polder_users.by_ids.users[*].username',
      },
    )
    expect({ some, none, by_ids }).to.deep.equal({ some: ['gpu'], none: [], by_ids: ['alice'] })
  })

  it('of one that is not there says so, and which list to use instead', async () => {
    expect(await project.refused('data "polder_user" "none" { username = "nobody" }')).to.include(
      'The user `nobody` does not exist',
    )
    expect(await project.refused('data "polder_user" "none" {}')).to.include(
      'The data source names no object',
    )
  })
})
