// A test that needs a part which is not on the machine builds nothing, and says how to get it.
import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { root } from '../support/sources.ts'

describe('a part that is missing', function () {
  this.timeout(30_000)
  let cache: string
  before(async () => {
    cache = await mkdtemp(join(tmpdir(), 'polder-cache-'))
  })
  after(() => rm(cache, { recursive: true }))

  for (const [name, call] of [
    [
      'terraform 1.15.0',
      `(await import('./test/support/terraform/terraform.ts')).startTerraform({ version: '1.15.0' })`,
    ],
    ['etcd', `(await import('./test/support/cluster/cluster.ts')).sharedCluster()`],
  ] as const)
    it(`is named by the test that asks for ${name}, with how to get it, and is not built`, async () => {
      const env = { HOME: cache, XDG_CACHE_HOME: cache, PATH: '/usr/bin:/bin' }
      const script = ['--input-type=module', '-e', `await ${call}`]
      const { status, stderr } = spawnSync(process.execPath, script, { cwd: root, env, encoding: 'utf8' })
      expect(status, stderr).to.equal(1)
      expect(stderr).to.include(name).and.include('is not on this machine yet. Obtain every part first')
      expect(stderr).to.include('node test/support/obtain-parts.ts')
      expect(await readdir(cache, { recursive: true })).to.deep.equal([
        'polder',
        `polder/${name.split(' ')[0]}`,
      ])
      await rm(join(cache, 'polder'), { recursive: true })
    })
})
