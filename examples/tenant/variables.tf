variable "cpu_per_seat" {
  description = "Cores for each seat. Every quota follows from it."
  type        = number
  default     = 4

  validation {
    condition     = var.cpu_per_seat > 0
    error_message = "A seat needs at least some of a core."
  }
}

# One cluster stands for all of them here. In earnest each provider has an address and a token of its own.
variable "server" {
  description = "Address of the API server of the cluster, https://host:port."
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

variable "token_version" {
  description = "Raise it to send a new token."
  type        = number
  default     = 1
}
