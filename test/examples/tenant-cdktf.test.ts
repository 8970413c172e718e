// The CDKTF example compiles and writes the same configuration with both frameworks.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { tenants } from '../../examples/tenant-cdktf/tenants.ts'
import { type Program, tenantProgram } from '../support/terraform/tenant-cdktf.ts'

type Configuration = {
  resource: Record<string, Record<string, Record<string, unknown>>>
  terraform: { required_providers: { polder: { source: string } } }
}

for (const framework of ['cdktf', 'cdktn'] as const)
  describe(`The example of a program for ${framework}`, () => {
    let program: Program
    before(async () => {
      program = await tenantProgram(framework)
    })
    after(() => program.remove())

    const written = async (): Promise<Configuration> =>
      JSON.parse(await readFile(join(await program.synthesize(), 'cdk.tf.json'), 'utf8'))

    it('has right types', () => program.check())

    it('asks for the provider by its address', async () => {
      const { terraform } = await written()
      expect(terraform.required_providers.polder).to.deep.include({ source: 'polder/polder' })
    })

    it('declares every tenant with its people, role, quota and place on the allowlist', async () => {
      const { resource } = await written()
      const count = (type: string) => Object.keys(resource[type] ?? {}).length
      const memberships = tenants.flatMap(({ managers, members }) => [...managers, ...members])
      expect(count('polder_organization')).to.equal(tenants.length)
      expect(count('polder_user')).to.equal(new Set(memberships).size)
      expect(count('polder_org_membership')).to.equal(memberships.length)
      expect(count('polder_custom_role')).to.equal(tenants.length)
      expect(count('polder_org_quota')).to.equal(tenants.length)
      expect(count('polder_workspace_provider_allowlist_entry')).to.equal(tenants.length)
    })

    it('refers to what it declares, so that Terraform orders it', async () => {
      const { resource } = await written()
      expect(resource.polder_org_quota!['maps-quota']).to.deep.include({
        organization: '${polder_organization.maps.name}',
        limits: tenants[0]!.limits,
      })
      expect(resource.polder_org_membership!['maps-ptolemy']).to.deep.include({
        roles: ['${polder_custom_role.maps-reviewer.name}'],
      })
    })
  })
