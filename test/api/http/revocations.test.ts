// What is taken away over one process of the API is refused by the others.
import { expect } from 'chai'
import type { Ask } from '../../support/api.ts'
import { startReplicas } from '../../support/replicas.ts'

describe('a revocation over one replica', function () {
  this.timeout(60_000)
  let deployment: Awaited<ReturnType<typeof startReplicas>>
  before(async () => {
    deployment = await startReplicas(2)
  })
  after(() => deployment?.stop())

  const issue = async (username: string) => {
    const { request } = deployment.replicas[0]!
    const user = await request('POST', '/v1/users', {
      username,
      email: `${username}@example.com`,
      site_roles: ['site_manager'],
    })
    expect(user.status, JSON.stringify(user.body)).to.equal(201)
    const { body } = await request('POST', '/v1/api_tokens', { user: username })
    return body as { id: string; token: string }
  }

  /** Asks again and again: when the last request began that was answered with 200, and the first other status. */
  const askUntilRefused = async (ask: Ask, path: string) => {
    for (let allowed = 0; ; ) {
      const begun = performance.now()
      const { status } = await ask('GET', path)
      if (status !== 200) return { allowed, status }
      allowed = begun
    }
  }

  const revocations: [what: string, path: (id: string) => [string, string, object?], status: number][] = [
    ['a token that is revoked', (id) => ['DELETE', `/v1/api_tokens/${id}`], 401],
    ['a user who is suspended', () => ['PATCH', '/v1/users/ann-1', { suspended: true }], 401],
    ['a user who loses a site role', () => ['PATCH', '/v1/users/ann-2', { site_roles: [] }], 403],
  ]
  for (const [index, [what, change, status]] of revocations.entries()) {
    it(`P9: ${what} is refused with ${status} by another replica within 300 ms, while it asks all the time`, async () => {
      const [a, b] = deployment.replicas
      const { id, token } = await issue(`ann-${index}`)
      const ask = b!.as(token)
      expect((await ask('GET', '/v1/workspace_providers')).status).to.equal(200)
      const asking = askUntilRefused(ask, '/v1/workspace_providers')
      const answer = await a!.request(...change(id))
      const revoked = performance.now()
      expect(answer.status).to.be.oneOf([200, 204])
      const refused = await asking
      expect(refused.status).to.equal(status)
      expect(refused.allowed - revoked).to.be.below(300)
    })
  }
})
