resource "polder_workspace_provider" "this" {
  for_each = local.company.providers

  name           = each.key
  region         = each.value.region
  namespace      = each.value.namespace
  namespace_mode = lookup(each.value, "namespace_mode", "per_organization")
  gpu_resource   = lookup(each.value, "gpu_resource", null)
  node_selector  = lookup(each.value, "node_selector", {})
  tolerations    = lookup(each.value, "tolerations", [])

  cluster = {
    server  = var.server
    ca_data = var.ca_data
  }

  token         = var.token
  token_version = var.token_version

  # `only` in the file is the whole truth; `organizations` are added one by one below.
  allowed_organizations = contains(keys(each.value), "only") ? [
    for organization in each.value.only : polder_organization.this[organization].name
  ] : null

  lifecycle {
    postcondition {
      condition     = self.reconciled
      error_message = "The cluster of ${self.name} cannot be used; the status of the provider says why."
    }
  }
}

locals {
  allowed = merge([
    for provider, it in local.company.providers : {
      for organization in lookup(it, "organizations", []) :
      "${provider}/${organization}" => { provider = provider, organization = organization }
    }
  ]...)
}

resource "polder_workspace_provider_allowlist_entry" "this" {
  for_each = local.allowed

  workspace_provider = polder_workspace_provider.this[each.value.provider].name
  organization       = polder_organization.this[each.value.organization].name

  lifecycle {
    postcondition {
      condition     = self.reconciled
      error_message = "${self.workspace_provider} does not hold ${self.organization} yet; see the conditions of the entry."
    }
  }
}
