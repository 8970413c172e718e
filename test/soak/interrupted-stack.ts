// The configuration whose applies are interrupted: one organization with something of every kind.

/** What it makes, by the plural of its type; one of the entries is the server's own. */
export const made: Readonly<Record<string, number>> = {
  organizations: 1,
  users: 3,
  custom_roles: 1,
  org_memberships: 3,
  org_quotas: 1,
  workspace_providers: 1,
  workspace_provider_allowlist_entries: 2,
}

/** How many objects Terraform creates of it. */
export const creates = Object.values(made).reduce((sum, count) => sum + count) - 1

/** `round` tells the names of one stack from those of another. No cluster is in reach, so none is waited for. */
export const stackOf = (round: number) => `
terraform {
  required_providers {
    polder = { source = "polder/polder" }
  }
}
resource "polder_organization" "acme" {
  name = "acme-${round}"
}
resource "polder_user" "member" {
  count    = 3
  username = "member-${round}-\${count.index}"
}
resource "polder_custom_role" "reader" {
  organization = polder_organization.acme.name
  name         = "reader"
  permissions  = [{ resource = "workspace", action = "read", scope = "all" }]
}
resource "polder_org_membership" "member" {
  count        = 3
  organization = polder_organization.acme.name
  user         = polder_user.member[count.index].username
  roles        = [polder_custom_role.reader.name]
}
resource "polder_org_quota" "member" {
  organization = polder_organization.acme.id
  scope        = "member"
  limits       = { cpu = "1000m" }
}
resource "polder_workspace_provider" "far" {
  name      = "far-${round}"
  namespace = "far-${round}"
}
resource "polder_workspace_provider_allowlist_entry" "far" {
  workspace_provider = polder_workspace_provider.far.name
  organization       = polder_organization.acme.name
}
`
