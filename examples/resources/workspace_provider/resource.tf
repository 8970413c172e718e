terraform {
  required_providers {
    polder = {
      source = "polder/polder"
    }
  }
}

variable "server" {
  description = "Address of the cluster's API server."
  type        = string
}

variable "ca_data" {
  description = "Certificate authority of the API server, as a kubeconfig holds it."
  type        = string
}

variable "token" {
  description = "Token of the service account that Polder uses in the cluster."
  type        = string
  ephemeral   = true
}

resource "polder_organization" "games" {
  name = "games"
}

resource "polder_workspace_provider" "frankfurt" {
  name           = "frankfurt"
  display_name   = "Frankfurt"
  region         = "eu-central"
  namespace      = "polder-games"
  namespace_mode = "per_organization"

  labels = {
    tier = "production"
  }

  cluster = {
    server  = var.server
    ca_data = var.ca_data
  }

  # Kept out of state and plan. Raise the version to send a new token.
  token         = var.token
  token_version = 1

  node_selector = {
    "node.kubernetes.io/pool" = "workspaces"
  }

  tolerations = [
    { key = "workspaces", operator = "Exists", effect = "NoSchedule" },
  ]

  # Besides DNS, workspaces reach the mirrors of packages and nothing else.
  egress       = "cidrs"
  egress_cidrs = ["10.20.0.0/16"]

  # A container may use four times the CPU that it requests.
  cpu_ratio = 4

  # What an organization may use here until it has a quota.
  default_limits = {
    cpu        = "8"
    memory     = "32Gi"
    storage    = "200Gi"
    workspaces = 4
  }

  # Namespaces carry these beside Polder's own labels, for admission policies and cost reports.
  namespace_labels = {
    "example.com/tier" = "production"
  }

  # Exactly these; without the attribute, allowlist entries decide.
  allowed_organizations = [polder_organization.games.name]

  timeouts = {
    create = "5m"
    delete = "10m"
  }

  lifecycle {
    postcondition {
      condition     = self.reconciled
      error_message = "The cluster cannot be used; the status of the provider says why."
    }
  }
}
