// Every cause of trouble with a cluster, brought about for real.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { encrypt } from '../../../api/database/server/secret.ts'
import { certificateAuthority } from '../../../examples/local/cluster/certificate-authority.ts'
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../support/cluster/cluster.ts'
import { addUser, type ClusterUser, changeRules, tokenUntil } from '../../support/cluster/cluster-user.ts'
import { httpsServer } from '../../support/cluster/https-server.ts'
import { held, type Reconciling, sealed, startReconciling } from '../../support/cluster/reconciling.ts'
import { until } from '../../support/until.ts'

const inEveryNamespace = {
  apiGroups: ['', 'networking.k8s.io', 'rbac.authorization.k8s.io'],
  resources: ['networkpolicies', 'serviceaccounts', 'resourcequotas', 'namespaces'],
  verbs: ['get', 'list', 'watch', 'patch', 'update', 'delete'],
}

describe('WP-15 a provider in trouble names the cause', () => {
  let cluster: Cluster
  let polder: Reconciling
  let user: ClusterUser
  const messages = new Map<string, string>()

  before(async function () {
    cluster = await sharedCluster(this)
    polder = await startReconciling()
    user = await addUser(cluster, 'wp15')
  })
  after(() => polder?.stop())

  let count = 0
  const provide = (values: Record<string, unknown>, of: Partial<Cluster> = {}) => {
    count += 1
    return polder.addProvider({ ...cluster, ...of }, { namespace: `wp15-${count}`, ...values })
  }
  const cause = async (provider: string, type: string, reason: string) => {
    const it = await until(async () => {
      const found = await polder.condition('workspace_provider', provider, type)
      expect(found.reason, found.message).to.equal(reason)
      return found
    }, 15_000)
    const row = (await polder.row('workspace_provider', provider))!
    expect(it.status).to.equal('False')
    expect(row.ready).to.equal(false)
    expect(it.message.length).to.be.at.most(500)
    expect(it.message).to.contain('Since 20')
    messages.set(reason, it.message)
    return it
  }

  it('HostUnreachable when nobody listens there', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    const provider = await provide({}, { server: `https://127.0.0.1:${port}` })
    expect((await cause(provider, 'Reachable', 'HostUnreachable')).message).to.contain(`127.0.0.1:${port}`)
  })

  it('HostNotFound when the name has no address', async () => {
    const provider = await provide({}, { server: 'https://no-such-host.invalid:6443' })
    await cause(provider, 'Reachable', 'HostNotFound')
  })

  it('AddressRefused for the metadata service of a cloud, whatever the operator allows', async () => {
    const provider = await provide({}, { server: 'https://169.254.169.254' })
    await cause(provider, 'Reachable', 'AddressRefused')
  })

  it('BadCertificate when another authority signed it', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'polder-authority-'))
    const { certificate } = await certificateAuthority(directory)
    await rm(directory, { recursive: true })
    const provider = await provide({}, { caData: Buffer.from(certificate).toString('base64') })
    expect((await cause(provider, 'Reachable', 'BadCertificate')).message).to.contain('cluster.ca_data')
  })

  it('NoCredential when there is none', async () => {
    await cause(await provide({ token: '' }), 'Reachable', 'NoCredential')
  })

  it('NotConfigured for built-in without a cluster', async () => {
    const [row] = await polder.database.query<{ id: string }>(
      'select id from workspace_provider where built_in',
    )
    expect((await cause(row!.id, 'Reachable', 'NotConfigured')).message).to.contain('POLDER_KUBECONFIG')
  })

  it('CredentialsRefused for a token that the cluster does not know, and never shows it', async () => {
    const token = 'a-secret-that-nobody-may-read'
    await cause(await provide({ token }), 'CredentialsValid', 'CredentialsRefused')
  })

  it('CredentialsExpired for a token that has ended, saying when', async () => {
    const token = await tokenUntil(cluster, user, new Date('2026-01-02T03:04:05Z'))
    const { message } = await cause(await provide({ token }), 'CredentialsValid', 'CredentialsExpired')
    expect(message).to.contain('2026-01-02T03:04:05Z')
  })

  it('CredentialFresh warns of a token that is about to end, while the provider is ready', async () => {
    await changeRules(cluster, user, [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }])
    const provider = await provide({ token: user.token })
    await polder.ready(provider)
    const { status, reason, message } = await polder.condition(
      'workspace_provider',
      provider,
      'CredentialFresh',
    )
    expect({ status, reason }).to.deep.equal({ status: 'False', reason: 'ExpiresSoon' })
    expect(message).to.match(/^The credential expires at \S+Z\. Issue another one and set token\. Since /)
    expect(message).not.to.include(user.token)
    await changeRules(cluster, user, [])
    const issue = ['--namespace', user.namespace, 'create', 'token', user.name, '--duration=8760h']
    const lasting = (await cluster.runKubectl(issue)).trim()
    const token_encrypted = sealed(polder.database, provider, lasting)
    await polder.change('workspace_provider', provider, { token_encrypted })
    await until(async () => {
      const { status } = await polder.condition('workspace_provider', provider, 'CredentialFresh')
      expect(status).to.equal('True')
    })
  }).timeout(30_000)

  it('CredentialsExpired for a certificate that has ended', async () => {
    const { certificate, key } = await cluster.issueClientCertificate(
      'old',
      [],
      new Date(Date.now() - 60_000),
    )
    const provider = await provide({ token: '', client_certificate: certificate })
    const client_key_encrypted = encrypt(polder.database.keys, `${provider}/client_key`, key)
    await polder.change('workspace_provider', provider, { client_key_encrypted })
    await cause(provider, 'CredentialsValid', 'CredentialsExpired')
  })

  it('BadClientCertificate for a key of another certificate', async () => {
    const [one, two] = [
      await cluster.issueClientCertificate('one'),
      await cluster.issueClientCertificate('two'),
    ]
    const provider = await provide({ token: '', client_certificate: one.certificate })
    const client_key_encrypted = encrypt(polder.database.keys, `${provider}/client_key`, two.key)
    await polder.change('workspace_provider', provider, { client_key_encrypted })
    await cause(provider, 'CredentialsValid', 'BadClientCertificate')
  })

  it('PermissionMissing naming the verb and the resource, and recovers when they are granted', async () => {
    const provider = await provide({ token: user.token, namespace: 'wp15-rights' })
    const { message } = await cause(provider, 'Authorized', 'PermissionMissing')
    expect(message).to.contain(
      'The credential may do nothing that Polder needs in namespace wp15-rights. Apply',
    )
    await cluster.request('POST', '/api/v1/namespaces', { metadata: { name: 'unrelated' } })
    const resources = ['serviceaccounts', 'resourcequotas', 'namespaces']
    const creating = { apiGroups: [''], resources, verbs: ['create'] }
    const policies = { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: ['create'] }
    await changeRules(cluster, user, [inEveryNamespace, creating, policies])
    await until(async () => {
      expect((await polder.row('workspace_provider', provider))!.ready).to.equal(true)
    }, 60_000)
  }).timeout(70_000)

  it('NamespaceMissing when it is not there and may not be created', async () => {
    const confined = await addUser(cluster, 'wp15-confined', [
      inEveryNamespace,
      {
        apiGroups: ['', 'networking.k8s.io'],
        resources: ['networkpolicies', 'serviceaccounts', 'resourcequotas'],
        verbs: ['create'],
      },
    ])
    const provider = await provide({ token: confined.token })
    expect((await cause(provider, 'NamespaceReady', 'NamespaceMissing')).message).to.contain(
      'create namespaces',
    )
  })

  it('Redirected is where a server sends elsewhere, and nobody follows', async () => {
    const server = await httpsServer((request, response) => {
      response.writeHead(307, { location: `${cluster.server}${request.url}` }).end()
    })
    await cause(await provide({}, server), 'Reachable', 'Redirected')
    await server.stop()
  })

  it('NotKubernetes is where something else answers, and its words are in no log', async () => {
    const server = await httpsServer((_, response) => {
      response.setHeader('content-type', 'text/html').end('<html>Log in to the portal')
    })
    await cause(await provide({}, server), 'Reachable', 'NotKubernetes')
    expect(JSON.stringify(polder.logged)).not.to.contain('<html')
    await server.stop()
  })

  it('NotKubernetes is where JSON answers that is no version of an API server', async () => {
    const server = await httpsServer((_, response) => {
      response.setHeader('content-type', 'application/json').end('{"items":[]}')
    })
    await cause(await provide({}, server), 'Reachable', 'NotKubernetes')
    await server.stop()
  })

  it('a server that repeats the credential is not quoted with it', async () => {
    const token = 'a-secret-that-nobody-may-read'
    const server = await httpsServer((request, response) => {
      const message = `no, ${request.headers.authorization}`
      response.writeHead(500, { 'content-type': 'application/json' }).end(JSON.stringify({ message }))
    })
    const { message } = await cause(await provide({ token }, server), 'Reachable', 'ServerError')
    expect(message).to.contain('no, Bearer [secret]')
    await server.stop()
  })

  it('each cause reads differently, and no message holds a credential', () => {
    const texts = [...messages.values()].map((text) => text.replace(/Since.*/, '').replace(/[\d.:]+/g, ''))
    expect(new Set(texts).size).to.equal(messages.size)
    for (const text of messages.values()) {
      for (const secret of [cluster.adminToken, user.token, 'a-secret-that-nobody-may-read', 'PRIVATE KEY']) {
        expect(text).not.to.contain(secret)
      }
    }
  })

  it('a token that is replaced makes the provider ready at once', async () => {
    const provider = await provide({ token: 'wrong' })
    await cause(provider, 'CredentialsValid', 'CredentialsRefused')
    const token_encrypted = sealed(polder.database, provider, cluster.adminToken)
    await polder.change('workspace_provider', provider, { token_encrypted })
    await polder.ready(provider)
  })

  it('one organization after the other is refused nothing while another provider is dead', async () => {
    const acme = await polder.addOrganization('acme')
    const dead = await provide({}, { server: 'https://127.0.0.1:1' })
    const alive = await provide({})
    await polder.allow(dead, acme)
    await polder.synced(await polder.allow(alive, acme))
    expect((await polder.row('workspace_provider', dead))!.ready).to.equal(false)
  })

  it('WP-20 force gives up on a cluster that is gone, and says in the log what it left', async () => {
    const acme = await polder.addOrganization('forced')
    const provider = await provide({ namespace: 'wp15-forced' })
    await polder.synced(await polder.allow(provider, acme))
    await polder.change('workspace_provider', provider, { cluster: { server: 'https://127.0.0.1:1' } })
    await cause(provider, 'Reachable', 'HostUnreachable')
    await polder.remove('organization', acme)
    await until(async () => {
      const { reason, message } = await polder.condition('organization', acme, 'Synced')
      expect(reason).to.equal('HostUnreachable')
      expect(message).to.contain('wp15-forced')
    })
    await polder.remove('workspace_provider', provider)
    await polder.idle()
    expect(await polder.row('workspace_provider', provider)).not.to.equal(undefined)
    await polder.remove('workspace_provider', provider, true)
    await polder.gone('workspace_provider', provider)
    expect(await polder.row('organization', acme)).to.equal(undefined)
    expect(JSON.stringify(polder.logged)).to.contain('"namespace":"wp15-forced"')
    expect((await held(cluster, polder.deployment, provider)).size).to.equal(5)
  })

  it('a cluster that comes back is ready again by itself', async () => {
    const provider = await provide({})
    await polder.ready(provider)
    await cluster.stopApiServer('SIGKILL')
    await cause(provider, 'Reachable', 'HostUnreachable')
    await cluster.startApiServer()
    await until(async () => {
      expect((await polder.row('workspace_provider', provider))!.ready).to.equal(true)
    }, 60_000)
  }).timeout(120_000)
})
