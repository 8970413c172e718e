// An example as a user runs it: a copy of its own, the provider of this checkout, a server and a cluster behind it.
import type { Cluster } from '../../../examples/local/cluster/cluster.ts'
import { copyExample } from '../../../examples/local/example-copy.ts'
import { installProvider } from '../../../examples/local/provider.ts'
import type { Api } from '../api.ts'
import type { Version } from '../present.ts'
import { startTerraform, type Terraform } from './terraform.ts'

export interface Server {
  api: Api
  cluster: Cluster
}

/** How a configuration of one's own begins, beside the variables that `startExample` sets. */
export const header = `terraform {
  required_providers {
    polder = { source = "polder/polder" }
  }
}
variable "server" {}
variable "ca_data" {}
variable "token" { ephemeral = true }
`

/** The initialized working copy of `examples/<path>`; without a path an empty one, not initialized. */
export const startExample = async (
  path: string | undefined,
  version: Version,
  { api, cluster }: Server,
): Promise<Terraform> => {
  const { terraformrc } = await installProvider()
  const env = {
    TF_CLI_CONFIG_FILE: terraformrc,
    POLDER_URL: api.url,
    POLDER_TOKEN: api.token,
    TF_VAR_server: cluster.server,
    TF_VAR_ca_data: cluster.caData,
    TF_VAR_token: cluster.adminToken,
  }
  const terraform = await startTerraform({ version, env })
  if (!path) return terraform
  await copyExample(path, terraform.folder)
  await terraform.init()
  return terraform
}
