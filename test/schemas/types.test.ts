// What TypeScript itself promises about a schema: these lines hold when they compile, and `npm run check` compiles them.
import { expect } from 'chai'
import type { deployment } from '../../schemas/deployment.ts'
import type { org_quota } from '../../schemas/org_quota.ts'
import type { organization } from '../../schemas/organization.ts'
import type { Input, Row, State } from '../../schemas/types.ts'
import type { workspace_provider } from '../../schemas/workspace_provider.ts'

type Created = Input<typeof organization>
type Provider = Input<typeof workspace_provider>
type Answer = State<typeof workspace_provider>

/** Compiles only where both types are the same. */
const identical = <One, Other>(
  ..._: (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? [] : ['different']
) => {}

describe('The types of a schema', () => {
  it('ask for what is required and for nothing else', () => {
    const least = { name: 'acme' } satisfies Created
    // @ts-expect-error the name is required
    const nothing: Created = {}
    // @ts-expect-error the namespace is required too
    const half: Provider = { name: 'gpu' }
    expect([least, nothing, half]).to.have.length(3)
  })

  it('know null, words of a closed list, and nested objects', () => {
    const provider = {
      name: 'gpu',
      namespace: 'workspaces',
      region: null,
      namespace_mode: 'per_organization',
      cluster: { server: 'https://10.0.0.1:6443' },
      tolerations: [{ key: 'gpu', operator: 'Exists' }],
    } satisfies Provider
    // @ts-expect-error a word that is not in the list
    const mode: Provider = { name: 'gpu', namespace: 'workspaces', namespace_mode: 'single' }
    // @ts-expect-error a cluster has a server
    const cluster: Provider = { name: 'gpu', namespace: 'workspaces', cluster: {} }
    // @ts-expect-error a label is text
    const labels: Created = { name: 'acme', labels: { team: 7 } }
    identical<Input<typeof org_quota>['scope'], 'organization' | 'member'>()
    expect([provider, mode, cluster, labels]).to.have.length(4)
  })

  it('leave what the server sets out of what may be written', () => {
    // @ts-expect-error the server chooses ids
    const created: Created = { name: 'acme', id: 'org_0123456789abcdef' }
    // @ts-expect-error the server probes the status
    const probed: Provider = { name: 'gpu', namespace: 'workspaces', status: null }
    expect([created, probed]).to.have.length(2)
  })

  it('answer everything but secrets, with null where it may be absent', () => {
    identical<Answer['region'], string | null>()
    identical<Answer['allowed_organizations'], string[] | null>()
    identical<Answer['last_contact'], string | null>()
    identical<Answer['built_in'], boolean>()
    identical<State<typeof deployment>['default_organization'], string>()
    identical<Answer['reconciled'], boolean>()
    identical<Answer['status']['state'], 'ready' | 'error'>()
    identical<keyof Answer & ('token' | 'client_key'), never>()
    identical<
      keyof Answer & ('token_version' | 'client_key_version'),
      'token_version' | 'client_key_version'
    >()
    // @ts-expect-error a display name is always answered
    identical<Answer['display_name'], string | null>()
    expect(true).to.equal(true)
  })

  it('store references by id and secrets encrypted, and neither sets of references nor derived facts', () => {
    type Stored = Row<typeof workspace_provider>
    identical<Row<typeof organization>['allowed_regions'], string[] | null>()
    identical<Row<typeof org_quota>['workspace_provider_id'], string | null>()
    identical<Row<typeof org_quota>['organization_id'], string>()
    identical<keyof Row<typeof org_quota> & ('organization' | 'workspace_provider'), never>()
    identical<Stored['token_encrypted'], Uint8Array | null>()
    identical<Stored['display_name'], string | null>()
    identical<Stored['created_at'], Date | string>()
    identical<keyof Stored & ('token' | 'allowed_organizations' | 'status' | 'reconciled'), never>()
    identical<Row, Record<string, unknown>>()
    expect(true).to.equal(true)
  })
})
