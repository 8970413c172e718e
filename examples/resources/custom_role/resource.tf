terraform {
  required_providers {
    polder = {
      source = "polder/polder"
    }
  }
}

resource "polder_organization" "studio" {
  name = "studio"
}

resource "polder_custom_role" "workspace_support" {
  organization = polder_organization.studio.name
  name         = "workspace-support"
  display_name = "Workspace support"
  description  = "Looks into any workspace, and deletes only those of its own."

  permissions = [
    { resource = "workspace", action = "list", scope = "all" },
    { resource = "workspace", action = "read", scope = "all" },
    { resource = "workspace", action = "update", scope = "all" },
    { resource = "workspace", action = "delete", scope = "own" },
  ]

  lifecycle {
    postcondition {
      condition     = self.reconciled
      error_message = "Not every reachable cluster holds the role yet; see the conditions of the organization's providers."
    }
  }
}
