// A configuration with one instance of every resource, each called `it`, each with every optional attribute set.

export const everyResource = `
resource "polder_organization" "it" {
  name            = "acme"
  display_name    = "Acme & Söhne"
  description     = "all of it"
  icon            = "https://example.com/acme.svg"
  labels          = { team = "platform", empty = "" }
  allowed_regions = ["eu", "us"]
  cordon_reason   = null
}
resource "polder_deployment" "it" {
  default_organization = polder_organization.it.name
}
resource "polder_user" "it" {
  username        = "alice"
  email           = "Alice@Example.com"
  name            = "Alice Liddell"
  site_roles      = ["auditor"]
  suspended       = false
  service_account = true
}
resource "polder_org_membership" "it" {
  organization = polder_organization.it.name
  user         = polder_user.it.username
  roles        = [polder_custom_role.it.name, "organization-admin"]
}
resource "polder_custom_role" "it" {
  organization = polder_organization.it.id
  name         = "builder"
  display_name = "Builder"
  description  = "builds"
  permissions = [
    { resource = "workspace", action = "create", scope = "all" },
    { resource = "workspace", action = "read", scope = "own" },
  ]
  every_member = false
}
resource "polder_org_quota" "it" {
  organization       = polder_organization.it.name
  scope              = "member"
  workspace_provider = polder_workspace_provider.it.name
  limits             = { cpu = "1000m", memory = "2048Mi", gpu = "1", workspaces = 3 }
}
resource "polder_workspace_provider" "it" {
  name           = "gpu"
  display_name   = "GPU pool"
  region         = "eu"
  labels         = { tier = "gold" }
  namespace      = "gpu"
  namespace_mode = "per_organization"
  gpu_resource   = "amd.com/gpu"
  storage_class  = "fast"
  node_selector  = { disk = "ssd" }
  tolerations    = [{ key = "gpu", operator = "Exists", effect = "NoSchedule" }]
  cordon_reason  = "full"
}
resource "polder_workspace_provider_allowlist_entry" "it" {
  workspace_provider = polder_workspace_provider.it.name
  organization       = polder_organization.it.name
}
`
