# What an organization may use follows from its seats.
resource "polder_org_quota" "organization" {
  for_each = local.company.organizations

  organization = polder_organization.this[each.key].name
  scope        = "organization"

  limits = {
    cpu        = each.value.seats * var.cpu_per_seat
    memory     = "${each.value.seats * var.cpu_per_seat * 4}Gi"
    storage    = "${each.value.seats * 100}Gi"
    gpu        = lookup(each.value, "gpus", null)
    workspaces = each.value.seats * 2
  }

  lifecycle {
    postcondition {
      condition     = self.reconciled
      error_message = "Not every reachable cluster holds the quota of ${self.organization} yet."
    }
  }
}

# Nobody takes more than two seats' worth.
resource "polder_org_quota" "member" {
  for_each = local.company.organizations

  organization = polder_organization.this[each.key].name
  scope        = "member"

  limits = {
    cpu    = 2 * var.cpu_per_seat
    memory = "${2 * var.cpu_per_seat * 4}Gi"
  }
}

# On the GPU cluster each member gets at most two of them.
resource "polder_org_quota" "gpu" {
  organization       = polder_organization.this["ml"].name
  scope              = "member"
  workspace_provider = polder_workspace_provider.this["gpu"].name

  limits = {
    gpu = 2
  }
}
