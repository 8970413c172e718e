terraform {
  required_providers {
    polder = {
      source = "polder/polder"
    }
  }
}

resource "polder_organization" "engineering" {
  name = "engineering"
}

resource "polder_workspace_provider" "engineering" {
  name      = "engineering"
  namespace = "engineering-workspaces"
}

resource "polder_deployment" "this" {
  default_organization       = polder_organization.engineering.name
  default_workspace_provider = polder_workspace_provider.engineering.name
}
