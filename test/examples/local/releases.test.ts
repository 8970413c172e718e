// The official releases, in the layout of their publishers, served from this machine.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { download } from '../../../examples/local/parts/download.ts'
import { etcd } from '../../../examples/local/parts/etcd.ts'
import { kubernetes } from '../../../examples/local/parts/kubernetes.ts'
import { opentofu } from '../../../examples/local/parts/opentofu.ts'
import { platform } from '../../../examples/local/parts/part.ts'
import { run } from '../../../examples/local/parts/run.ts'
import { obtainTerraform } from '../../../examples/local/parts/terraform.ts'

// A LICENSE.txt and a `terraform` that says it is 9.9.9.
const terraformZip = Buffer.from(
  'UEsDBAoAAAAAAE8+dV16em/tAwAAAAMAAAALAAAATElDRU5TRS50eHRoaQpQSwMECgAAAAAATz51XSts36YgAAAAIA' +
    'AAAAkAAAB0ZXJyYWZvcm0jIS9iaW4vc2gKZWNobyBUZXJyYWZvcm0gdjkuOS45ClBLAQIeAwoAAAAAAE8+dV16em/t' +
    'AwAAAAMAAAALAAAAAAAAAAEAAACkgQAAAABMSUNFTlNFLnR4dFBLAQIeAwoAAAAAAE8+dV0rbN+mIAAAACAAAAAJAA' +
    'AAAAAAAAEAAADtgSwAAAB0ZXJyYWZvcm1QSwUGAAAAAAIAAgBwAAAAcwAAAAAA',
  'base64',
)

const step = { update() {}, detail() {}, end() {} }
const sum = (content: Buffer) => createHash('sha256').update(content).digest('hex')

describe('official releases', () => {
  let scratch: string
  let server: Server
  let releases: string
  const published = new Map<string, Buffer | string>()
  before(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'polder-releases-'))
    server = createServer((request, response) => {
      const content = published.get(request.url!)
      response.writeHead(content === undefined ? 404 : 200).end(content)
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    releases = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(async () => {
    server.close()
    await rm(scratch, { recursive: true, force: true })
  })

  it('of Kubernetes are single programs with a checksum beside each, for Linux only', async () => {
    const found = kubernetes.downloads({ os: 'linux', arch: 'arm64' })
    expect(found).to.deep.include({
      binary: 'kubectl',
      path: '/v1.36.3/bin/linux/arm64/kubectl',
      checksums: '/v1.36.3/bin/linux/arm64/kubectl.sha256',
    })
    expect(kubernetes.downloads({ os: 'darwin', arch: 'arm64' })).to.match(/for Linux only/)
  })

  it('of etcd are archives whose sum is one line of many', async () => {
    const name = 'etcd-v3.6.8-linux-amd64'
    await mkdir(join(scratch, name))
    await writeFile(join(scratch, name, 'etcd'), 'a program')
    await writeFile(join(scratch, name, 'etcdctl'), 'another')
    await run('tar', ['-czf', join(scratch, 'etcd.tar.gz'), '-C', scratch, name])
    const archive = await readFile(join(scratch, 'etcd.tar.gz'))
    const folder = '/etcd-io/etcd/releases/download/v3.6.8'
    published.set(`${folder}/${name}.tar.gz`, archive)
    published.set(
      `${folder}/SHA256SUMS`,
      `${'0'.repeat(64)}  etcd-v3.6.8-linux-arm64.tar.gz\n${sum(archive)}  ${name}.tar.gz\n`,
    )
    const into = join(scratch, 'into')
    await mkdir(into)
    const [only] = etcd.downloads({ os: 'linux', arch: 'amd64' })
    await download(releases, only as Exclude<typeof only, string | undefined>, into, step)
    expect(await readdir(into)).to.deep.equal(['etcd'])
    expect(await readFile(join(into, 'etcd'), 'utf8')).to.equal('a program')
  })

  it('of OpenTofu are zip archives on GitHub, with the sums of all platforms beside them', () => {
    const folder = '/opentofu/opentofu/releases/download/v1.12.6'
    expect(opentofu.downloads({ os: 'darwin', arch: 'arm64' })).to.deep.equal([
      {
        binary: 'tofu',
        path: `${folder}/tofu_1.12.6_darwin_arm64.zip`,
        checksums: `${folder}/tofu_1.12.6_SHA256SUMS`,
        archive: { kind: 'zip', member: 'tofu' },
      },
    ])
  })

  it('of Terraform are zip archives with the program at the top', async () => {
    const name = `terraform_9.9.9_${platform.os}_${platform.arch}.zip`
    published.set(`/terraform/9.9.9/${name}`, terraformZip)
    published.set('/terraform/9.9.9/terraform_9.9.9_SHA256SUMS', `${sum(terraformZip)}  ${name}\n`)
    const environment = { XDG_CACHE_HOME: join(scratch, 'cache'), PATH: '' }
    const program = await obtainTerraform('9.9.9', { environment, releases, tell: () => step })
    expect(program).to.equal(join(scratch, 'cache', 'polder', 'terraform', '9.9.9', 'terraform'))
    expect(await run(program, [])).to.equal('Terraform v9.9.9\n')
  })
})
