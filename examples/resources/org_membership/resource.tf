terraform {
  required_providers {
    polder = {
      source = "polder/polder"
    }
  }
}

resource "polder_organization" "analytics" {
  name = "analytics"
}

resource "polder_user" "grace" {
  username = "grace"
  email    = "grace@example.com"
}

resource "polder_custom_role" "image_editor" {
  organization = polder_organization.analytics.name
  name         = "image-editor"

  permissions = [
    { resource = "image", action = "create", scope = "all" },
    { resource = "image", action = "update", scope = "own" },
  ]
}

resource "polder_org_membership" "grace" {
  organization = polder_organization.analytics.name
  user         = polder_user.grace.username
  roles        = ["organization_manager", polder_custom_role.image_editor.name]
}
