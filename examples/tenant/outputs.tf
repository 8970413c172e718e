data "polder_organizations" "ours" {
  labels = { managed-by = "platform-team" }

  depends_on = [
    polder_organization.this,
    polder_workspace_provider.this,
    polder_workspace_provider_allowlist_entry.this,
  ]
}

output "namespaces" {
  description = "Where the objects of each organization are, by workspace provider."
  value       = { for it in data.polder_organizations.ours.organizations : it.name => it.namespaces }
}

output "managers" {
  description = "Who looks after each organization."
  value = {
    for organization in keys(local.company.organizations) : organization => [
      for it in polder_org_membership.this : it.user
      if it.organization == organization && contains(it.roles, "organization_manager")
    ]
  }
}

output "cores" {
  description = "Cores that each organization may use."
  value       = { for name, quota in polder_org_quota.organization : name => quota.limits.cpu }
}
