terraform {
  required_providers {
    polder = {
      source = "polder/polder"
    }
  }
}

resource "polder_organization" "research" {
  name            = "research"
  display_name    = "Research"
  description     = "Groups that share the large clusters."
  allowed_regions = ["eu-central", "eu-north"]

  labels = {
    cost-center = "4711"
  }

  # For the namespaces of the organization in clusters.
  namespace_labels = {
    "cost-center" = "4711"
  }

  lifecycle {
    postcondition {
      condition     = self.reconciled
      error_message = "Not every reachable cluster holds the organization yet; see its conditions."
    }
  }
}
