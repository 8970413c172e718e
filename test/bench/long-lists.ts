// Lists of what lives in organizations, at 20,000 rows, against the list of 20,000 organizations.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Embedded, startEmbedded } from '../../api/database/server/embedded.ts'
import { startApiProcess } from './api-process.ts'
import type { Bench, Trial } from './measure.ts'
import { authorization, throughput } from './throughput.ts'

const rows = 20_000
const headers = { ...authorization, 'content-type': 'application/json' }

const create = async (url: string, plural: string, body: object) => {
  const answer = await fetch(`${url}/v1/${plural}`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (answer.status !== 201) throw new Error(`${plural} answered ${answer.status}`)
  return (await answer.json()) as { id: string }
}

/** Copies one row, whatever columns the commit at hand gives it; `changes` are JSON of what differs in copy `i`. */
const copy = (table: string, id: string, changes: string) => `
  insert into ${table} select (jsonb_populate_record(t, ${changes})).*
  from ${table} t, generate_series(2, ${rows}) i where t.id = '${id}'`

/** Half of the members and roles are in acme, the others one by one in the other organizations. */
const fill = async (url: string, { host, user, database }: Embedded) => {
  const acme = await create(url, 'organizations', { name: 'acme' })
  const ada = await create(url, 'users', { username: 'ada' })
  const membership = await create(url, 'org_memberships', { organization: 'acme', user: 'ada' })
  const role = await create(url, 'custom_roles', { organization: 'acme', name: 'ab', permissions: [] })
  const client = new pg.Client({ host, user, database })
  await client.connect()
  const hash = 'substr(md5(i::text), 1, 16)'
  const organization = `case when i <= ${rows / 2} then '${acme.id}' else 'org_' || ${hash} end`
  await client.query(`
    ${copy('organization', acme.id, `jsonb_build_object('id', 'org_' || ${hash}, 'name', 'o' || ${hash})`)};
    ${copy('"user"', ada.id, `jsonb_build_object('id', 'usr_' || ${hash}, 'username', 'u' || ${hash})`)};
    ${copy(
      'org_membership',
      membership.id,
      `jsonb_build_object('id', 'mem_' || ${hash}, 'user_id', 'usr_' || ${hash}, 'organization_id', ${organization})`,
    )};
    ${copy(
      'custom_role',
      role.id,
      `jsonb_build_object('id', 'rol_' || ${hash}, 'name', 'r' || ${hash}, 'organization_id', ${organization})`,
    )};`)
  await client.query('vacuum analyze')
  await client.end()
}

/** The page behind 4,500 rows. */
const deep = async (url: string) => {
  let cursor = ''
  for (let page = 0; page < 9; page++) {
    const answer = await fetch(`${url}&limit=500${cursor}`, { headers })
    const { next_cursor } = (await answer.json()) as { next_cursor: string }
    cursor = `&cursor=${next_cursor}`
  }
  return `${url}&limit=100${cursor}`
}

export const longLists: Bench = async (root) => {
  const directory = await mkdtemp(join(tmpdir(), 'polder-bench-lists-'))
  const embedded = await startEmbedded(directory)
  const { host, user, database } = embedded
  const env = {
    DATABASE_URL: `postgres://${user}@/${database}?host=${encodeURIComponent(host)}`,
    POLDER_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
  }
  const api = await startApiProcess(env, root)
  await fill(api.url, embedded)
  const organizations = `${api.url}/v1/organizations?limit=100`
  const trial = (row: string, path: string, how = async (url: string) => `${url}&limit=100`): Trial => ({
    rows: [{ row, unit: 'requests/s', bar: 0.5, atLeast: true }],
    rounds: 3,
    ours: async () => [await throughput(await how(`${api.url}/v1/${path}`))],
    floor: async () => [await throughput(organizations)],
  })
  return {
    trials: [
      trial('100 of 20,000 memberships', 'org_memberships?sort=key'),
      trial('100 of 20,000 memberships, deep', 'org_memberships?sort=key', deep),
      trial('100 of 10,000 memberships of acme', 'org_memberships?organization=acme'),
      trial('100 of 20,000 roles', 'custom_roles?sort=key'),
      trial('100 of 20,000 roles, deep', 'custom_roles?sort=key', deep),
      trial('100 of 10,000 roles of acme', 'custom_roles?organization=acme'),
    ],
    async stop() {
      await api.stop()
      await embedded.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
