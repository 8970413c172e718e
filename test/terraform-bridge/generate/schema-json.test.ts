// The schemas worked out without Terraform are the ones that Terraform reads from the provider.
import { expect } from 'chai'
import { installProvider } from '../../../examples/local/provider.ts'
import { address, providerSchemas } from '../../../terraform-bridge/generate/schema-json.ts'
import { startTerraform } from '../../support/terraform/terraform.ts'

const configuration =
  'terraform {\n  required_providers {\n    polder = { source = "polder/polder" }\n  }\n}\n'

type Part = 'provider' | 'resource_schemas' | 'data_source_schemas'
type Answer = { provider_schemas: Record<string, Record<Part, object>> }

describe('The schemas that bindings are generated from', function () {
  this.timeout(120_000)

  it('are what `terraform providers schema -json` says', async () => {
    const { terraformrc } = await installProvider()
    const terraform = await startTerraform({ env: { TF_CLI_CONFIG_FILE: terraformrc } })
    try {
      await terraform.write(configuration)
      await terraform.init()
      const { status, stdout, stderr } = await terraform.run('providers', 'schema', '-json')
      expect(status, stderr).to.equal(0)
      const [ours, theirs] = [providerSchemas() as Answer, JSON.parse(stdout) as Answer].map(
        (it) => it.provider_schemas[address]!,
      )
      for (const part of ['provider', 'resource_schemas', 'data_source_schemas'] as const)
        expect(ours![part], part).to.deep.equal(theirs![part])
    } finally {
      await terraform.stop()
    }
  })
})
