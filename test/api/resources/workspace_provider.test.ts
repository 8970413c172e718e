// What a workspace provider refuses beyond its shape.
import { expect } from 'chai'
import type { Filling } from '../../../api/resources/rules.ts'
import { workspace_provider } from '../../../api/resources/workspace_provider.ts'
import type { Row } from '../../../schemas/types.ts'
import type { workspace_provider as schema } from '../../../schemas/workspace_provider.ts'
import { type RuleInputParts, refusalBy } from '../../support/refusal-by.ts'

type Provider = Row<typeof schema>

const bare = {
  name: 'gpu',
  built_in: false,
  namespace: 'gpu',
  namespace_mode: 'shared',
  region: null,
  egress: 'internet',
  egress_cidrs: [] as string[],
  cluster: { server: 'https://k.example.com' },
  token_encrypted: null,
  client_certificate: null,
  client_key_encrypted: null,
}
const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'
const key = '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n'

describe('a workspace provider', () => {
  const refusal = (after: object, more: RuleInputParts<typeof workspace_provider> = {}) =>
    refusalBy(workspace_provider, { ...more, after: { ...bare, ...after } })
  const refused = (
    after: object,
    attribute: string,
    more: RuleInputParts<typeof workspace_provider> = {},
  ) => {
    const it = refusal(after, more)
    expect(it).to.include({ attribute })
    return it!
  }

  it('takes no whole kubeconfig for a token, nor a path', () => {
    const exec = '{"apiVersion":"v1","kind":"Config","users":[{"user":{"exec":{"command":"/bin/sh"}}}]}'
    for (const token of [exec, btoa('apiVersion: v1\nkind: Config\nusers: []\n')]) {
      expect(refused({ token_encrypted: 'x' }, 'token', { secrets: { token } }).detail).to.match(/kubeconfig/)
    }
    const path = { secrets: { token: '/var/run/secrets/token' } }
    expect(refused({ token_encrypted: 'x' }, 'token', path).detail).to.match(/path/)
    const jwt = { secrets: { token: 'eyJhbGciOiJSUzI1NiIsImtpZCI6IiJ9.eyJpc3MiOiJr.c2ln' } }
    expect(refusal({ token_encrypted: 'x' }, jwt)).to.equal(undefined)
  })

  it('takes no private key where everyone could read it', () => {
    const both = certificate + key
    for (const it of [both, btoa(both)]) {
      refused({ client_certificate: it }, 'client_certificate')
      refused({ cluster: { server: 'https://k', ca_data: it } }, 'cluster.ca_data')
    }
    expect(refusal({ client_certificate: certificate, client_key_encrypted: 'x' })).to.equal(undefined)
  })

  it('takes no credential without the cluster it is for', () => {
    refused({ cluster: null, token_encrypted: 'x' }, 'token')
    refused({ cluster: null, client_certificate: certificate }, 'client_certificate')
    refused({ cluster: null, client_key_encrypted: 'x' }, 'client_key')
    expect(refusal({ cluster: null })).to.equal(undefined)
  })

  it('WP-07 keeps the built-in one where Polder runs, and in place', () => {
    expect(refused({ built_in: true }, 'cluster').code).to.equal('built_in')
    const before = { ...bare, built_in: true }
    const it = refusalBy(workspace_provider, { verb: 'delete', before, lookups: { isDefault: true } })
    expect(it).to.include({ code: 'built_in' })
  })

  it('is not deleted while it is the default, and says how to move that', () => {
    const it = refusalBy(workspace_provider, { verb: 'delete', before: bare, lookups: { isDefault: true } })!
    expect(it).to.include({ code: 'is_default' })
    expect(it!.detail).to.contain('create_before_destroy')
    expect(it!.detail).to.contain('default_workspace_provider')
  })

  it('leaves room for the names of organizations behind the prefix of its namespaces', () => {
    const long = { namespace: 'n'.repeat(28) }
    refused({ ...long, namespace_mode: 'per_organization' }, 'namespace')
    expect(refusal(long)).to.equal(undefined)
    expect(refusal({ namespace: 'n'.repeat(27), namespace_mode: 'per_organization' })).to.equal(undefined)
  })

  it('stays in a region that everyone on its allowlist allows', () => {
    const organizationsOf = [{ id: 'org_1', name: 'eu-only', allowed_regions: ['eu'] }]
    for (const region of ['us', null]) {
      const it = refused({ region }, 'region', { changed: ['region'], lookups: { organizationsOf } })
      expect(it).to.include({ code: 'region_not_allowed' })
      expect(it.detail).to.contain('eu-only')
    }
    const fine = { changed: ['region'], lookups: { organizationsOf } }
    expect(refusal({ region: 'eu' }, fine)).to.equal(undefined)
    expect(refusal({ region: 'us' }, { lookups: { organizationsOf } })).to.equal(undefined)
  })

  it('WP-21 is compared by the address of its cluster; without one it is where Polder runs', () => {
    const addressOf = (cluster: Provider['cluster']) =>
      workspace_provider.fill!({ ...bare, cluster } as Provider, {} as Filling).address
    expect(addressOf({ server: 'https://K.example.com/' })).to.equal('k.example.com:443')
    expect(addressOf(null)).to.equal('host')
  })
})
