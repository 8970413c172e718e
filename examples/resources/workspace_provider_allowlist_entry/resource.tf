terraform {
  required_providers {
    polder = {
      source = "polder/polder"
    }
  }
}

resource "polder_workspace_provider" "shared" {
  name      = "shared"
  namespace = "polder-shared"
}

resource "polder_organization" "tenant" {
  for_each = toset(["maps", "mail"])

  name = each.key
}

# To go over to `allowed_organizations` of the provider, let Terraform forget the entries with a `removed` block that
# says `destroy = false`: destroying them would empty the namespaces of their organizations first.
resource "polder_workspace_provider_allowlist_entry" "shared" {
  for_each = polder_organization.tenant

  workspace_provider = polder_workspace_provider.shared.name
  organization       = each.value.name

  lifecycle {
    postcondition {
      condition     = self.reconciled
      error_message = "The cluster does not hold the organization yet; see the conditions of the entry."
    }
  }
}
