// What answers mean: what a person reads, what happens next, and what is never repeated.
import type { RequestListener } from 'node:http'
import { expect } from 'chai'
import { openCluster } from '../../../../api/reconciler/cluster/cluster.ts'
import { type ClusterError, isOfCluster } from '../../../../api/reconciler/cluster/errors.ts'
import type { Change } from '../../../../api/reconciler/cluster/watch.ts'
import { kindNamed, namespaces, resourceQuotas } from '../../../../api/resources/objects/kinds.ts'
import { type KubernetesObject, keyOf } from '../../../../api/resources/objects/object.ts'
import type { Cluster as TestCluster } from '../../../../examples/local/cluster/cluster.ts'
import { sharedCluster } from '../../../support/cluster/cluster.ts'
import { openTestCluster } from '../../../support/cluster/held-cluster.ts'
import { httpsServer } from '../../../support/cluster/https-server.ts'

const secret = 'a-secret-that-nobody-may-read'

const failure = (work: Promise<unknown>): Promise<ClusterError> =>
  work.then(
    () => expect.fail('it was answered'),
    (error) => error,
  )

describe('an answer of a cluster', () => {
  const closing: (() => unknown)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })
  const open = async (answer: RequestListener, path = '') => {
    const server = await httpsServer(answer)
    const headers = async () => ({})
    const access = { server: new URL(server.server + path), tls: { ca: server.ca }, headers }
    const cluster = openCluster(access, [secret], { random: () => 0 })
    closing.push(cluster.close, server.stop)
    return cluster
  }
  const json = { 'content-type': 'application/json' }
  const status = (code: number, message: string, headers: object = {}): RequestListener => {
    const body = JSON.stringify({ kind: 'Status', code, message })
    return (_, response) =>
      response.writeHead(code, { ...json, ...headers } as Record<string, string>).end(body)
  }

  const refusals: [code: number, headers: object, reason: string, kind: string, ofCluster: boolean][] = [
    [307, { location: 'https://elsewhere' }, 'Redirected', 'transient', true],
    [400, {}, 'Invalid', 'stalled', false],
    [401, {}, 'CredentialsRefused', 'transient', true],
    [403, {}, 'PermissionMissing', 'transient', false],
    [404, {}, 'NotFound', 'transient', false],
    [409, {}, 'Conflict', 'transient', false],
    [422, {}, 'Invalid', 'stalled', false],
    [429, { 'retry-after': '7' }, 'Throttled', 'retry-after', true],
    [500, {}, 'ServerError', 'transient', false],
    [503, {}, 'ServerError', 'transient', true],
  ]
  for (const [code, headers, reason, kind, ofCluster] of refusals) {
    it(`${code} is ${reason}, which is ${kind}`, async () => {
      const cluster = await open(status(code, 'told by the server', headers))
      const error = await failure(cluster.version())
      expect([error.reason, error.kind, error.status]).to.deep.equal([reason, kind, code])
      expect(isOfCluster(error)).to.equal(ofCluster)
      expect(error.message).to.match(/^127\.0\.0\.1:\d+ /)
      if (code === 429) expect(error.retryAfter).to.equal(7)
    })
  }

  it('never repeats the credential, and not much of anything', async () => {
    const cluster = await open(status(500, `no, ${secret}! ${'x'.repeat(1_000)}`))
    const { message } = await failure(cluster.version())
    expect(message).to.contain('no, [secret]!')
    expect(message.length).to.be.lessThan(400)
  })

  it('is of no API server where it is no JSON, and says nothing of what it was', async () => {
    const cluster = await open((_, response) =>
      response.setHeader('content-type', 'text/html').end('<html>Portal'),
    )
    const error = await failure(cluster.version())
    expect(error.reason).to.equal('NotKubernetes')
    expect(error.message).not.to.contain('Portal')
  })

  it('is an error to try again after where the JSON is not whole', async () => {
    const cluster = await open((_, response) => response.writeHead(200, json).end('{"gitVersion":"v1.3'))
    const error = await failure(cluster.version())
    expect([error.reason, error.kind]).to.deep.equal(['AnswerUnreadable', 'transient'])
  })

  it('is contact with an API server even where it forbids, and not where something else answers', async () => {
    const forbidding = await open(status(403, 'no'))
    await failure(forbidding.read(namespaces, 'default'))
    expect(forbidding.lastContact()).to.be.lessThan(1_000)
    const portal = await open((_, response) => response.end('<html>'))
    await failure(portal.read(namespaces, 'default'))
    expect(portal.lastContact()).to.equal(Number.POSITIVE_INFINITY)
  })

  it('comes from behind the path that the API server stands behind, for calls and watches alike', async () => {
    const urls: (string | undefined)[] = []
    const cluster = await open((request, response) => {
      urls.push(request.url?.split('?')[0])
      response.writeHead(200, json).end('{"gitVersion":"v1.36.0"}\n')
    }, '/k8s/clusters/one/')
    await cluster.version()
    await cluster.create({ ...kindNamed('Role'), metadata: { name: 'a', namespace: 'b' } })
    await cluster
      .watch(
        watching(() => {}),
        new AbortController().signal,
      )
      .catch(() => {})
    expect(urls).to.deep.equal([
      '/k8s/clusters/one/version',
      '/k8s/clusters/one/apis/rbac.authorization.k8s.io/v1/namespaces/b/roles',
      '/k8s/clusters/one/api/v1/namespaces',
    ])
  })

  const watching = (changed: (change: Change) => void, silenceMs = 5_000) => ({
    kind: namespaces,
    selector: 'a=b',
    version: '7',
    seconds: 300,
    silenceMs,
    opened: () => {},
    changed,
  })

  it('to a watch is read line by line, however the lines are cut', async () => {
    const cluster = await open((request, response) => {
      expect(request.url).to.contain('resourceVersion=7').and.to.contain('allowWatchBookmarks=true')
      response.write('{"type":"ADDED","object":{"metadata":{"name":"é')
      setImmediate(() => response.end('t"}}}\n{"type":"BOOKMARK","object":{"metadata":{}}}\n'))
    })
    const seen: [string, KubernetesObject][] = []
    await cluster.watch(
      watching(({ type, object }) => seen.push([type, object])),
      new AbortController().signal,
    )
    expect(seen.map(([type]) => type)).to.deep.equal(['ADDED', 'BOOKMARK'])
    expect(keyOf(seen[0]![1])).to.equal('Namespace//ét')
  })

  it('to a watch ends when it has fallen silent, or when the watch is told to end', async () => {
    const cluster = await open((_, response) => response.writeHead(200).flushHeaders())
    const never = new AbortController().signal
    const silent = await failure(
      cluster.watch(
        watching(() => {}, 100),
        never,
      ),
    )
    expect(silent.message).to.contain('does not answer in time')
    const abort = new AbortController()
    const followed = failure(
      cluster.watch(
        watching(() => {}),
        abort.signal,
      ),
    )
    abort.abort(new Error('told to end'))
    expect((await followed).message).to.equal('told to end')
  })
})

describe('the answer of a real cluster', () => {
  let real: TestCluster
  before(async function () {
    real = await sharedCluster(this)
  })

  it('about a namespace that is being deleted is something to wait for', async () => {
    const cluster = openTestCluster(real)
    const name = 'answers-terminating'
    const finalizers = ['polder.dev/test']
    const kept = { ...kindNamed('Role'), metadata: { name: 'kept', namespace: name, finalizers } }
    try {
      const { metadata } = await cluster.create({ ...namespaces, metadata: { name } })
      await cluster.create(kept)
      await cluster.remove(namespaces, metadata)
      const quota = {
        ...resourceQuotas,
        metadata: { name: 'late', namespace: name },
        spec: { hard: { pods: '1' } },
      }
      const error = await failure(cluster.create(quota))
      expect([error.reason, error.kind, error.status]).to.deep.equal(['NamespaceTerminating', 'waiting', 403])
      expect(isOfCluster(error)).to.equal(false)
    } finally {
      await cluster.replace({ ...kept, metadata: { name: 'kept', namespace: name } }).catch(() => {})
      cluster.close()
    }
  })

  it('refuses what can never be, and says so as something for a person', async () => {
    const cluster = openTestCluster(real)
    const bad = {
      ...resourceQuotas,
      metadata: { name: 'bad', namespace: 'default' },
      spec: { hard: { pods: 'many' } },
    }
    const error = await failure(cluster.create(bad))
    cluster.close()
    expect([error.reason, error.kind]).to.deep.equal(['Invalid', 'stalled'])
    expect(error.message).to.match(/^127\.0\.0\.1:\d+ refuses: /)
  })
})
