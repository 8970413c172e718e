terraform {
  required_providers {
    polder = {
      source = "polder/polder"
    }
  }
}

resource "polder_organization" "vision" {
  name = "vision"
}

resource "polder_org_quota" "vision" {
  organization = polder_organization.vision.name
  scope        = "organization"

  limits = {
    cpu        = "64"
    memory     = "256Gi"
    storage    = "2Ti"
    workspaces = 40
  }

  lifecycle {
    postcondition {
      condition     = self.reconciled
      error_message = "Not every reachable cluster holds the quota yet; see the conditions of the organization's providers."
    }
  }
}

resource "polder_org_quota" "vision_member" {
  organization       = polder_organization.vision.name
  scope              = "member"
  workspace_provider = "built-in"

  limits = {
    cpu = "7500m"
    gpu = "1"
  }
}
