// Onboards one organization with a client generated from /openapi.json: `npm run generate` writes the types, then
// `POLDER_URL=… POLDER_TOKEN=… node onboard.ts acme` runs this.
import createClient from 'openapi-fetch'
import type { components, paths } from './polder.d.ts'

type Answer<T> = { data?: T; error?: components['schemas']['problem']; response: Response }

/** The body of a success; what was refused is thrown in the words of the API. */
const must = <T>({ data, error, response }: Answer<T>): T => {
  if (data !== undefined) return data
  throw new Error(error?.detail ?? `The API answered ${response.status}.`)
}
const mustGo = ({ error, response }: Answer<unknown>): number => {
  if (error) throw new Error(error.detail)
  return response.status
}

const organization = process.argv[2] ?? 'acme'
const api = createClient<paths>({
  baseUrl: process.env.POLDER_URL ?? 'http://127.0.0.1:7460',
  headers: { authorization: `Bearer ${process.env.POLDER_TOKEN}` },
})

for (const name of ['ada', 'grace', 'tess']) {
  const username = `${organization}-${name}`
  const user = must(await api.POST('/v1/users', { body: { username, email: `${username}@example.com` } }))
  console.log(`user ${user.username}: ${user.suspended ? 'suspended' : 'active'}`)
}

const created = await api.POST('/v1/organizations', {
  params: { header: { 'Idempotency-Key': `onboard-${organization}` } },
  body: { name: organization, labels: { team: 'platform' }, icon: 'https://example.com/icon.svg' },
})
const { id } = must(created)

const role = must(
  await api.POST('/v1/custom_roles', {
    body: {
      organization,
      name: 'image-editor',
      permissions: [
        { resource: 'image', action: 'create', scope: 'all' },
        { resource: 'workspace', action: 'delete', scope: 'own' },
      ],
    },
  }),
)
console.log(`role ${role.name}: ${role.permissions.map((it) => `${it.action} ${it.resource}`).join(', ')}`)

const rolesOf = { ada: ['organization_manager'], grace: [role.name], tess: [] }
for (const [name, roles] of Object.entries(rolesOf)) {
  must(
    await api.POST('/v1/org_memberships', { body: { organization, user: `${organization}-${name}`, roles } }),
  )
}

const quotaPath = { organization, scope: 'member' } as const
must(
  await api.PUT('/v1/org_quotas/{organization}/{scope}', {
    params: { path: quotaPath },
    body: { limits: { cpu: '4' } },
  }),
)
const quota = must(
  await api.PATCH('/v1/org_quotas/{organization}/{scope}', {
    params: { path: quotaPath },
    body: { limits: { memory: '16Gi' } },
  }),
)
console.log(`quota of each ${quota.scope}: ${quota.limits.cpu} cores, ${quota.limits.memory}`)

const provider = must(
  await api.POST('/v1/workspace_providers', {
    body: {
      name: `${organization}-eu`,
      namespace: `${organization}-eu`,
      region: 'eu',
      cluster: { server: 'https://203.0.113.7:6443' },
      token: 'a-token-of-the-cluster',
    },
  }),
)
console.log(
  `provider ${provider.name}: ${provider.status.state}, ${provider.kubernetes_version ?? 'not reached yet'}`,
)

must(
  await api.PUT('/v1/workspace_provider_allowlist_entries/{workspace_provider}/{organization}', {
    params: { path: { workspace_provider: provider.name, organization } },
    body: {},
  }),
)

const read = await api.GET('/v1/organizations/{name}', {
  params: { path: { name: organization }, header: { Prefer: 'wait=5' } },
})
const before = must(read)
const etag = read.response.headers.get('etag') ?? '*'
const address = { path: { name: organization }, header: { 'If-Match': etag } }
const body = { description: `${before.name} is onboarded`, cordon_reason: null }
const after = must(await api.PATCH('/v1/organizations/{name}', { params: address, body }))
const late = await api.PATCH('/v1/organizations/{name}', { params: address, body })
console.log(`${after.description}, at generation ${after.generation}; a second change is ${late.error?.code}`)

const members: string[] = []
for (let cursor: string | undefined; ; ) {
  const query = { organization: id, limit: 2, cursor }
  const page = must(await api.GET('/v1/org_memberships', { params: { query } }))
  members.push(...page.items.map((it) => it.user))
  if (page.next_cursor === null) break
  cursor = page.next_cursor
}
console.log(`members: ${members.join(', ')}`)

const tess = { organization, user: `${organization}-tess` }
const gone = await api.DELETE('/v1/org_memberships/{organization}/{user}', { params: { path: tess } })
const missing = await api.GET('/v1/org_memberships/{organization}/{user}', { params: { path: tess } })
console.log(`${tess.user} left: ${mustGo(gone)}, then ${missing.error?.code}`)
