// Terraform as the acceptance tests run it: the exact versions, and nothing of whoever runs the tests.
import { expect } from 'chai'
import { terraformVersions } from '../../support/present.ts'
import { startTerraform, type Terraform } from '../../support/terraform/terraform.ts'

for (const version of terraformVersions) {
  describe(`Terraform ${version}`, () => {
    let terraform: Terraform
    before(async function () {
      this.timeout(20 * 60_000)
      terraform = await startTerraform({ version, env: { TF_VAR_greeting: 'hello' } })
      await terraform.write(
        'variable "greeting" {}\n' +
          'resource "terraform_data" "it" { input = var.greeting }\n' +
          'output "said" { value = terraform_data.it.output }\n',
      )
    })
    after(() => terraform?.stop())

    it('is the version asked for', async () => {
      const { stdout } = await terraform.run('version', '-json')
      expect(JSON.parse(stdout).terraform_version).to.equal(version)
    })

    it('says what is wrong with a configuration that is wrong', async () => {
      await terraform.write('resource "nothing" {}', 'wrong.tf')
      const { status, stderr } = await terraform.run('validate')
      expect(status).to.equal(1)
      expect(stderr).to.contain('wrong.tf').and.not.contain('\x1b[')
      await terraform.write('', 'wrong.tf')
    })

    it('plans, applies, plans nothing, and destroys to nothing', async () => {
      await terraform.init()
      const plan = await terraform.plan()
      expect(plan.status).to.equal(2)
      expect((await terraform.planned()).resource_changes[0].change.actions).to.deep.equal(['create'])
      expect((await terraform.apply()).status).to.equal(0)
      expect(await terraform.outputs()).to.have.nested.property('said.value', 'hello')
      expect((await terraform.state()).values.root_module.resources).to.have.length(1)
      expect((await terraform.plan()).status).to.equal(0)
      expect((await terraform.destroy()).status).to.equal(0)
      expect((await terraform.state()).values).to.equal(undefined)
    })
  })
}
