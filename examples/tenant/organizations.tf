resource "polder_organization" "this" {
  for_each = local.company.organizations

  name            = each.key
  display_name    = each.value.display_name
  description     = lookup(each.value, "description", "")
  labels          = merge(each.value.labels, { managed-by = "platform-team" })
  allowed_regions = lookup(each.value, "allowed_regions", null)

  lifecycle {
    postcondition {
      condition     = self.reconciled
      error_message = "Not every reachable cluster holds ${self.name} yet; see its conditions."
    }
  }
}

locals {
  roles = merge([
    for organization, it in local.company.organizations : {
      for name, role in lookup(it, "roles", {}) :
      "${organization}/${name}" => merge(role, { organization = organization, name = name })
    }
  ]...)
}

resource "polder_custom_role" "this" {
  for_each = local.roles

  organization = polder_organization.this[each.value.organization].name
  name         = each.value.name
  description  = each.value.description
  every_member = lookup(each.value, "every_member", false)

  # "image create all" in the file.
  permissions = [
    for words in each.value.permissions :
    zipmap(["resource", "action", "scope"], split(" ", words))
  ]

  lifecycle {
    postcondition {
      condition     = self.reconciled
      error_message = "Not every reachable cluster holds the role ${self.name} yet."
    }
  }
}
