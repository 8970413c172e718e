// The blocks are what a real Terraform makes of them.
import { expect } from 'chai'
import { installProvider } from '../../../examples/local/provider.ts'
import { offeredAs, pluralOf } from '../../../schemas/index.ts'
import { resourceBlock } from '../../../terraform-bridge/values/block.ts'
import { startTerraform } from '../../support/terraform/terraform.ts'

type Told = { required?: true; optional?: true; computed?: true; write_only?: true; sensitive?: true }

describe('the schema that Terraform is told', function () {
  this.timeout(60_000)
  // biome-ignore lint/suspicious/noExplicitAny: as `terraform providers schema -json` tells it
  let told: any
  before(async () => {
    const { terraformrc } = await installProvider()
    const terraform = await startTerraform({ env: { TF_CLI_CONFIG_FILE: terraformrc } })
    await terraform.write(
      'terraform {\n  required_providers {\n    polder = { source = "polder/polder" }\n  }\n}\n',
    )
    await terraform.init()
    const { stdout } = await terraform.run('providers', 'schema', '-json')
    told = JSON.parse(stdout).provider_schemas['registry.terraform.io/polder/polder']
    await terraform.stop()
  })

  it('has a resource, a singular and a plural data source for every schema that Terraform is offered', () => {
    const names = offeredAs('resource').map(({ name }) => `polder_${name}`)
    expect(Object.keys(told.resource_schemas)).to.have.members(names)
    const sources = offeredAs('data source').flatMap((it) => [it.name, pluralOf(it)])
    expect(Object.keys(told.data_source_schemas)).to.have.members(sources.map((it) => `polder_${it}`))
  })

  for (const resource of offeredAs('resource')) {
    it(`says of ${resource.name} who sets what, as the schema does`, () => {
      const { attributes } = told.resource_schemas[`polder_${resource.name}`].block
      for (const [name, it] of Object.entries(resource.attributes)) {
        if (it.notInState) {
          expect(attributes, name).to.not.have.property(name)
          continue
        }
        const { required, optional, computed, write_only, sensitive }: Told = attributes[name]
        expect({ required, optional, computed, write_only, sensitive }, name).to.deep.equal({
          required: it.presence === 'required' ? true : undefined,
          optional: it.presence === 'optional' || it.presence === 'defaulted' ? true : undefined,
          computed:
            it.presence === 'computed' || it.presence === 'defaulted' || it.unmanaged ? true : undefined,
          write_only: it.secret,
          sensitive: it.secret,
        })
      }
      expect(Object.keys(attributes)).to.have.members(Object.keys(resourceBlock(resource).attributes))
    })
  }

  it('keeps volatile facts to the data sources', () => {
    expect(told.resource_schemas.polder_organization.block.attributes).to.not.have.property('conditions')
    expect(told.data_source_schemas.polder_organization.block.attributes).to.have.property('conditions')
  })
})
