// The provider of the checkout, installed by a real `terraform init` and `tofu init` without internet.
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { terraformVersions, type Version } from '../../support/present.ts'
import { root } from '../../support/sources.ts'
import { nameOf, startTerraform, type Terraform } from '../../support/terraform/terraform.ts'

const requirement = 'terraform {\n  required_providers {\n    polder = { source = "polder/polder" }\n  }\n}\n'

describe('npm run -s terraformrc', function () {
  this.timeout(60_000)
  let cache: string
  let terraform: Terraform
  before(async () => {
    cache = await mkdtemp(join(tmpdir(), 'polder-cache-'))
  })
  after(() => rm(cache, { recursive: true, force: true }))

  const terraformrc = () => {
    const env = { ...process.env, XDG_CACHE_HOME: cache }
    return execFileSync('npm', ['run', '-s', 'terraformrc'], { cwd: root, env, encoding: 'utf8' })
  }

  it('prints one path and nothing else', () => {
    expect(terraformrc()).to.match(/^\/\S+\/terraformrc\n$/)
  })

  const versions: Version[] = [...terraformVersions, 'opentofu']
  for (const version of versions) {
    it(`names the configuration with which ${nameOf(version)} installs and runs the provider`, async () => {
      const env = { TF_CLI_CONFIG_FILE: terraformrc().trim() }
      terraform = await startTerraform({ version, env })
      try {
        await terraform.write(requirement)
        expect(await terraform.init()).to.contain('Installed polder/polder v0.1.0')
        // Bundling again changes nothing that the lock file knows.
        const lock = await readFile(join(terraform.folder, '.terraform.lock.hcl'), 'utf8')
        terraformrc()
        await terraform.init()
        expect(await readFile(join(terraform.folder, '.terraform.lock.hcl'), 'utf8')).to.equal(lock)
        const schemas = JSON.parse((await terraform.run('providers', 'schema', '-json')).stdout)
        const registry = version === 'opentofu' ? 'registry.opentofu.org' : 'registry.terraform.io'
        const provider = schemas.provider_schemas[`${registry}/polder/polder`]
        expect(Object.keys(provider.resource_schemas)).to.include('polder_organization')
      } finally {
        await terraform.stop()
      }
    })
  }
})
