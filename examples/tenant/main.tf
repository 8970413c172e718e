terraform {
  required_version = ">= 1.11"

  required_providers {
    polder = {
      source = "polder/polder"
    }
  }
}

# Address and token come from POLDER_URL and POLDER_TOKEN.
provider "polder" {}

locals {
  company = yamldecode(file("${path.module}/company.yaml"))
}
