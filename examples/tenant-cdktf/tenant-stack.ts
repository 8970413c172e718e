// Organizations with their people, roles and limits, and the pool of resources they share.
import { TerraformOutput, TerraformStack } from 'cdktf'
import type { Construct } from 'constructs'
import { CustomRole } from '../../terraform-bridge/bindings/cdktf/lib/custom-role/index.js'
import { OrgMembership } from '../../terraform-bridge/bindings/cdktf/lib/org-membership/index.js'
import { OrgQuota } from '../../terraform-bridge/bindings/cdktf/lib/org-quota/index.js'
import { Organization } from '../../terraform-bridge/bindings/cdktf/lib/organization/index.js'
import { PolderProvider } from '../../terraform-bridge/bindings/cdktf/lib/provider/index.js'
import { User } from '../../terraform-bridge/bindings/cdktf/lib/user/index.js'
import { WorkspaceProvider } from '../../terraform-bridge/bindings/cdktf/lib/workspace-provider/index.js'
import { WorkspaceProviderAllowlistEntry } from '../../terraform-bridge/bindings/cdktf/lib/workspace-provider-allowlist-entry/index.js'
import { tenants } from './tenants.ts'

type Tenant = (typeof tenants)[number]

/** Fails the run, without tainting anything, when a cluster could not be brought up to date in time. */
const reconciled = {
  postcondition: [
    { condition: '${self.reconciled}', errorMessage: 'Not every reachable cluster holds it yet.' },
  ],
}

export class TenantStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id)
    // Address and token come from POLDER_URL and POLDER_TOKEN.
    new PolderProvider(this, 'polder')

    const pool = new WorkspaceProvider(this, 'pool', {
      name: 'geo',
      displayName: 'Geo',
      region: 'eu-central',
      namespace: 'geo',
      namespaceMode: 'per_organization',
      labels: { team: 'geo' },
      lifecycle: reconciled,
    })
    const people = new Set(tenants.flatMap(({ managers, members }) => [...managers, ...members]))
    const users = new Map([...people].map((username) => [username, new User(this, username, { username })]))
    const organizations = tenants.map((tenant) => this.add(tenant, users, pool))

    new TerraformOutput(this, 'organizations', { value: organizations.map((it) => it.id) })
  }

  private add(tenant: Tenant, users: Map<string, User>, pool: WorkspaceProvider): Organization {
    const { name, displayName, region, limits, managers, members } = tenant
    const organization = new Organization(this, name, {
      name,
      displayName,
      description: `The ${displayName} teams.`,
      allowedRegions: [region],
      labels: { team: 'geo' },
      lifecycle: reconciled,
    })
    const reviewer = new CustomRole(this, `${name}-reviewer`, {
      organization: organization.name,
      name: 'reviewer',
      permissions: ['list', 'read'].map((action) => ({ resource: 'workspace', action, scope: 'all' })),
    })
    for (const username of new Set([...managers, ...members]))
      new OrgMembership(this, `${name}-${username}`, {
        organization: organization.name,
        user: users.get(username)!.username,
        roles: [managers.includes(username) ? 'organization_manager' : reviewer.name],
      })
    new OrgQuota(this, `${name}-quota`, { organization: organization.name, scope: 'organization', limits })
    new WorkspaceProviderAllowlistEntry(this, `${name}-pool`, {
      workspaceProvider: pool.name,
      organization: organization.name,
      lifecycle: reconciled,
    })
    return organization
  }
}
