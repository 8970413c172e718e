// Workspace providers over REST.
import { expect } from 'chai'
import { configuration } from '../../api/config.ts'
import { firstStart } from '../../api/database/first-start.ts'
import { openDatabase } from '../../api/database/server/source.ts'
import { type Api, type Body, startApi } from '../support/api.ts'
import { refused } from '../support/refusal.ts'

const path = '/v1/workspace_providers'
const pem = (what: string) => `-----BEGIN ${what}-----\nMIIB\n-----END ${what}-----\n`
const certificate = pem('CERTIFICATE')
const cluster = { server: 'https://10.1.2.3:6443', ca_data: certificate }

describe('/v1/workspace_providers', () => {
  let api: Api
  before(async () => {
    api = await startApi()
  })
  after(() => api.stop())

  const create = (body: Body) => api.create('workspace_providers', body)

  it('WP-05 built-in exists from the first start and points at the cluster that hosts the API', async () => {
    const provider = await api.read('workspace_providers/built-in')
    expect(provider).to.include({ built_in: true, cluster: null, address: 'host' })
    expect((await api.read('deployments/deployment')).default_workspace_provider).to.equal('built-in')
  })

  it('WP-07 built-in cannot be deleted, also not by force, nor once it is no default any more', async () => {
    const expected = { status: 409, code: 'built_in' }
    await refused(api, ['DELETE', `${path}/built-in`], expected)
    await refused(api, ['DELETE', `${path}/built-in?force=true`], expected)
    await create({ name: 'stand-in', namespace: 'stand-in' })
    const deployment = '/v1/deployments/deployment'
    await api.request('PATCH', deployment, { default_workspace_provider: 'stand-in' })
    await refused(api, ['DELETE', `${path}/built-in`], expected)
    await api.request('PATCH', deployment, { default_workspace_provider: 'built-in' })
  })

  it('WP-07 built-in is not created twice: neither by a writer nor by a restart, also after a rename', async () => {
    const { id } = await api.read('workspace_providers/built-in')
    const body = { name: 'built-in', namespace: 'other' }
    const { existing } = await refused(api, ['POST', path, body], {
      status: 409,
      code: 'taken',
      attribute: 'name',
    })
    expect(existing).to.deep.equal({ id, key: 'built-in' })
    expect((await api.request('PATCH', `${path}/${id}`, { name: 'home' })).status).to.equal(200)
    const before = await api.rows()
    const restarted = await openDatabase({ ...configuration({}), ...api.database.config })
    await firstStart(restarted)
    await restarted.close()
    expect(await api.rows()).to.deep.equal(before)
    await api.request('PATCH', `${path}/${id}`, { name: 'built-in' })
  })

  it('WP-03 providers carry region and labels, and lists filter by them', async () => {
    await create({ name: 'near', namespace: 'near', region: 'eu-west', labels: { tier: 'gold', gpu: 'yes' } })
    await create({ name: 'far', namespace: 'far', region: 'us-east', labels: { tier: 'gold' } })
    const names = async (query: string) =>
      (await api.read(`workspace_providers?${query}`)).items.map((it: Body) => it.name)
    expect(await names('region=eu-west')).to.deep.equal(['near'])
    expect(await names('labels=tier=gold')).to.deep.equal(['far', 'near'])
    expect(await names('labels=tier=gold&labels=gpu=yes')).to.deep.equal(['near'])
    expect(await names('labels=tier=gold&region=us-east')).to.deep.equal(['far'])
    expect(await names('region=nowhere')).to.deep.equal([])
  })

  it('WP-13 opens into detail: address, namespace, version, conditions, last contact and message', async () => {
    const provider = await create({ name: 'detail', namespace: 'detail', cluster, token: 'a-token' })
    expect(provider).to.deep.include({
      cluster,
      address: '10.1.2.3:6443',
      namespace: 'detail',
      namespace_mode: 'shared',
      kubernetes_version: null,
      conditions: [],
      last_contact: null,
      built_in: false,
    })
    expect(provider.status).to.deep.include({ state: 'error', reason: 'NotProbed', reconciling: true })
    expect(provider.status.message).to.match(/\.$/)
    expect(await api.read('workspace_providers/detail')).to.deep.equal(provider)
  })

  it('WP-10 site admins and site managers see and change providers; an auditor sees, a member neither', async () => {
    const before = await create({ name: 'ruled', namespace: 'ruled' })
    const may: Record<string, [read: number, change: number]> = {
      site_admin: [200, 200],
      site_manager: [200, 200],
      auditor: [200, 403],
      '': [403, 403],
    }
    for (const [role, expected] of Object.entries(may)) {
      const username = `wp-10-${role.replace('_', '-') || 'member'}`
      await api.create('users', { username, site_roles: role ? [role] : [] })
      const ask = api.as((await api.create('api_tokens', { user: username })).token)
      const statuses = [
        (await ask('GET', `${path}/ruled`)).status,
        (await ask('PATCH', `${path}/${before.id}`, { cordon_reason: role || null })).status,
      ]
      expect(statuses, username).to.deep.equal(expected)
      if (expected[0] === 403) await refused(api, ['GET', path], { status: 403, code: 'forbidden' }, ask)
      if (expected[1] === 403) {
        const request = ['PATCH', `${path}/${before.id}`, { cordon_reason: 'mine' }] as const
        await refused(api, [...request], { status: 403, code: 'forbidden' }, ask)
        await refused(
          api,
          ['POST', path, { name: 'x', namespace: 'x' }],
          { status: 403, code: 'forbidden' },
          ask,
        )
        await refused(api, ['DELETE', `${path}/ruled`], { status: 403, code: 'forbidden' }, ask)
      }
    }
  })

  it('WP-22 is cordoned with a reason and opened again (refusing new workspaces comes with them)', async () => {
    const { id } = await create({ name: 'full', namespace: 'full' })
    const change = async (cordon_reason: unknown) =>
      (await api.request('PATCH', `${path}/${id}`, { cordon_reason })).body.cordon_reason
    expect(await change('No room left, use `near`.')).to.equal('No room left, use `near`.')
    expect(await change(null)).to.equal(null)
    await refused(api, ['PATCH', `${path}/${id}`, { cordon_reason: '' }], {
      status: 422,
      code: 'invalid',
      attribute: 'cordon_reason',
    })
  })

  describe('WP-21 one namespace of one cluster belongs to one provider', () => {
    const expected = { status: 409, code: 'namespace_owned', attribute: 'namespace' }
    before(() => create({ name: 'owner', namespace: 'shared', cluster }))

    for (const server of [cluster.server, `${cluster.server}/`, 'https://10.1.2.3:6443']) {
      it(`the second is refused at ${server}`, () =>
        refused(api, ['POST', path, { name: 'second', namespace: 'shared', cluster: { server } }], expected))
    }

    it('the second is refused in another spelling of a host, and with the port that https implies', async () => {
      await create({ name: 'spelled', namespace: 'shared', cluster: { server: 'https://api.example.com' } })
      for (const server of ['https://API.example.com:443', 'https://api.example.com.']) {
        await refused(
          api,
          ['POST', path, { name: 'second', namespace: 'shared', cluster: { server } }],
          expected,
        )
      }
    })

    it('two clusters behind one proxy are two, by their paths', async () => {
      const proxy = 'https://rancher.example.com/k8s/clusters'
      await create({ name: 'behind-a', namespace: 'shared', cluster: { server: `${proxy}/c-m-a` } })
      await create({ name: 'behind-b', namespace: 'shared', cluster: { server: `${proxy}/c-m-b/` } })
      const server = 'https://rancher.example.com:443/k8s/clusters/c-m-b'
      await refused(
        api,
        ['POST', path, { name: 'second', namespace: 'shared', cluster: { server } }],
        expected,
      )
    })

    it('the second is refused when it moves to that cluster', async () => {
      const elsewhere = { server: 'https://10.1.2.4:6443' }
      const { id } = await create({ name: 'mover', namespace: 'shared', cluster: elsewhere })
      await refused(api, ['PATCH', `${path}/${id}`, { cluster }], { ...expected, attribute: undefined })
    })

    it('another namespace, and the namespace of the host cluster, are others', async () => {
      await create({ name: 'beside', namespace: 'beside', cluster })
      await create({ name: 'hosted', namespace: 'shared' })
      await refused(api, ['POST', path, { name: 'again', namespace: 'shared' }], expected)
    })

    it('one of two creates at once is refused', async () => {
      const both = ['race-a', 'race-b', 'race-c'].map((name) =>
        api.request('POST', path, { name, namespace: 'race', cluster }),
      )
      const answers = await Promise.all(both)
      expect(answers.map((it) => it.status).sort()).to.deep.equal([201, 409, 409])
    })
  })

  it('never answers a secret, and logs none', async () => {
    const secret = 'very-secret-bearer-token'
    const key = pem('PRIVATE KEY').replace('MIIB', 'VERYSECRETKEY')
    const one = await create({
      name: 'bearer',
      namespace: 'bearer',
      cluster,
      token: secret,
      token_version: 1,
    })
    const body = { client_certificate: certificate, client_key: key, client_key_version: 1 }
    const two = await create({ name: 'keyed', namespace: 'keyed', cluster, ...body })
    await api.request('PATCH', `${path}/${one.id}`, {
      token: `${secret}-2`,
      token_version: 2,
      nonsense: true,
    })
    const listed = await api.read('workspace_providers')
    const all = JSON.stringify([one, two, listed, await api.rows()]) + api.logged()
    expect(all).not.to.include(secret)
    expect(all).not.to.include('VERYSECRETKEY')
    expect(one).not.to.have.any.keys('token', 'client_key')
    expect(one.token_version).to.equal(1)
  })

  it('a complete PUT keeps secrets and what is unmanaged, and resets everything else', async () => {
    await create({
      name: 'put',
      namespace: 'put',
      cluster,
      token: 'kept',
      region: 'eu',
      allowed_organizations: ['default'],
    })
    const encrypted = () =>
      api.database.query("select token_encrypted from workspace_provider where name = 'put'")
    const before = await encrypted()
    const { status, body } = await api.request('PUT', `${path}/put`, { namespace: 'put', cluster })
    expect(status).to.equal(200)
    expect(body).to.deep.include({ region: null, allowed_organizations: ['default'], generation: 2 })
    expect(await encrypted()).to.deep.equal(before)
    const again = await api.request('PUT', `${path}/put`, { namespace: 'put', cluster })
    expect(again.body.generation).to.equal(2)
  })

  const whole = { name: 'wrong', namespace: 'wrong' }
  const kubeconfig = 'apiVersion:v1,users:[{user:{exec:{command:/bin/sh}}}]'
  const wrong: [string, Body, string, string?][] = [
    [
      'two kinds of credential',
      { cluster, token: 'x', client_certificate: certificate, client_key: pem('PRIVATE KEY') },
      'client_certificate',
    ],
    ['a kubeconfig with exec', { cluster, token: kubeconfig }, 'token'],
    [
      'a kubeconfig as the cluster',
      { cluster: { ...cluster, exec: { command: '/bin/sh' } } },
      'cluster.exec',
      'unknown_attribute',
    ],
    ['the path of a file as token', { cluster, token: '/var/run/secrets/token' }, 'token'],
    ['the path of a file as CA', { cluster: { ...cluster, ca_data: '/etc/ca.pem' } }, 'cluster.ca_data'],
    ['a token with a line end', { cluster, token: 'x\r\nHost: evil' }, 'token'],
    [
      'a private key as certificate',
      { cluster, client_certificate: pem('PRIVATE KEY'), client_key: pem('PRIVATE KEY') },
      'client_certificate',
    ],
    ['an address without TLS', { cluster: { server: 'http://10.1.2.3' } }, 'cluster.server'],
    ['an address with a password', { cluster: { server: 'https://me:pass@10.1.2.3' } }, 'cluster.server'],
    [
      'the address of a metadata service',
      { cluster: { server: 'https://169.254.169.254' } },
      'cluster.server',
    ],
    [
      'a metadata service in another spelling',
      { cluster: { server: 'https://0xa9fea9fe' } },
      'cluster.server',
    ],
    [
      'an address that hides another behind it',
      { cluster: { server: 'https://10.1.2.3\\\\169.254.169.254' } },
      'cluster.server',
    ],
    ['an address with a query', { cluster: { server: 'https://10.1.2.3/path?a=b' } }, 'cluster.server'],
    ['an address with a fragment', { cluster: { server: 'https://10.1.2.3/path#a' } }, 'cluster.server'],
    ['an address with an encoded path', { cluster: { server: 'https://10.1.2.3/%6Bs' } }, 'cluster.server'],
    ['an address with an empty step', { cluster: { server: 'https://10.1.2.3//path' } }, 'cluster.server'],
    ['an address that is none', { cluster: { server: 'https://:' } }, 'cluster.server'],
    ['a credential without a cluster', { token: 'x' }, 'token'],
    ['a namespace of Kubernetes itself', { namespace: 'kube-system' }, 'namespace'],
    ['a namespace with a slash', { namespace: 'a/b' }, 'namespace'],
    [
      'a prefix that is too long',
      { namespace: 'n'.repeat(28), namespace_mode: 'per_organization' },
      'namespace',
    ],
    ['an unknown mode', { namespace_mode: 'private' }, 'namespace_mode'],
    ['a version that is negative', { cluster, token_version: -1 }, 'token_version'],
    ['a version beyond all bounds', { cluster, token_version: 9_007_199_254_740_991 }, 'token_version'],
    ['a toleration with an unknown effect', { tolerations: [{ effect: 'Never' }] }, 'tolerations[0].effect'],
    ['an empty toleration', { tolerations: [{}] }, 'tolerations[0].operator'],
    [
      'a toleration without a key that is not of every taint',
      { tolerations: [{ operator: 'Equal', value: 'yes' }] },
      'tolerations[0].operator',
    ],
    [
      'a toleration of whatever exists with a value',
      { tolerations: [{ key: 'gpu' }, { key: 'gpu', operator: 'Exists', value: 'yes' }] },
      'tolerations[1].value',
    ],
    [
      'a toleration for a time of what evicts nobody',
      { tolerations: [{ key: 'gpu', effect: 'NoSchedule', toleration_seconds: 5 }] },
      'tolerations[0].effect',
    ],
    ['a toleration with a key that no taint has', { tolerations: [{ key: 'a b' }] }, 'tolerations[0].key'],
    [
      'a toleration with a value that no taint has',
      { tolerations: [{ key: 'gpu', value: '-' }] },
      'tolerations[0].value',
    ],
    ['an organization twice', { allowed_organizations: ['default', 'default'] }, 'allowed_organizations[1]'],
    [
      'an organization that is not there',
      { allowed_organizations: ['nobody'] },
      'allowed_organizations[0]',
      'unresolved',
    ],
    ['an attribute that the server sets', { built_in: true }, 'built_in', 'unknown_attribute'],
  ]
  for (const [what, body, attribute, code = 'invalid'] of wrong) {
    it(`422 for ${what}`, async () => {
      const { detail } = await refused(api, ['POST', path, { ...whole, ...body }], {
        status: 422,
        code,
        attribute,
      })
      expect(detail).not.to.include('/bin/sh')
    })
  }

  it('422 for the address of this machine, where the operator does not allow it', async () => {
    const careful = await startApi({ allowLoopbackClusters: false })
    for (const server of [
      'https://127.0.0.1:6443',
      'https://localhost:6443',
      'https://[::1]:6443',
      'https://2130706433',
    ]) {
      await refused(careful, ['POST', path, { ...whole, cluster: { server } }], {
        status: 422,
        code: 'invalid',
        attribute: 'cluster.server',
      })
    }
    await careful.stop()
    await create({ name: 'loopback', namespace: 'loopback', cluster: { server: 'https://127.0.0.1:6443' } })
  })

  it('422 immutable for namespace and mode', async () => {
    const { id } = await create({ name: 'fixed', namespace: 'fixed' })
    const expected = { status: 422, code: 'immutable' }
    await refused(api, ['PATCH', `${path}/${id}`, { namespace: 'moved' }], {
      ...expected,
      attribute: 'namespace',
    })
    await refused(api, ['PATCH', `${path}/${id}`, { namespace_mode: 'per_organization' }], {
      ...expected,
      attribute: 'namespace_mode',
    })
    expect((await api.request('PATCH', `${path}/${id}`, { namespace: 'fixed' })).status).to.equal(200)
  })

  it('409 built_in for a cluster on built-in', async () => {
    const { id } = await api.read('workspace_providers/built-in')
    const expected = { status: 409, code: 'built_in', attribute: 'cluster' }
    await refused(api, ['PATCH', `${path}/${id}`, { cluster }], expected)
  })

  it('is deleted by name and by id, and 404 afterwards', async () => {
    const { id } = await create({ name: 'brief', namespace: 'brief' })
    expect((await api.request('DELETE', `${path}/brief`)).status).to.equal(204)
    await refused(api, ['DELETE', `${path}/${id}`], { status: 404, code: 'not_found' })
    const again = await create({ name: 'brief', namespace: 'brief' })
    expect((await api.request('DELETE', `${path}/${again.id}`)).status).to.equal(204)
  })
})
