resource "polder_user" "this" {
  for_each = local.company.people

  username        = each.key
  name            = lookup(each.value, "name", null)
  email           = lookup(each.value, "email", null)
  service_account = lookup(each.value, "service_account", false)
}

locals {
  memberships = merge([
    for user, it in local.company.people : {
      for organization, roles in it.organizations :
      "${organization}/${user}" => { organization = organization, user = user, roles = roles }
    }
  ]...)
}

resource "polder_org_membership" "this" {
  for_each = local.memberships

  organization = polder_organization.this[each.value.organization].name
  user         = polder_user.this[each.value.user].username

  # A custom role is named through its resource, so that Terraform creates it first.
  roles = [
    for role in each.value.roles :
    contains(keys(local.roles), "${each.value.organization}/${role}")
    ? polder_custom_role.this["${each.value.organization}/${role}"].name
    : role
  ]
}
