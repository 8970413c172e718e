terraform {
  required_providers {
    polder = {
      source = "polder/polder"
    }
  }
}

resource "polder_user" "ada" {
  username   = "ada"
  email      = "Ada@example.com"
  name       = "Ada Lovelace"
  site_roles = ["auditor"]
}

resource "polder_user" "release_bot" {
  username        = "release-bot"
  service_account = true
}
