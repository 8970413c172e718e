// The parts that tests run on are there before the first test: building one takes minutes, and no test waits so long.
import { etcd } from '../../examples/local/parts/etcd.ts'
import { kubernetes } from '../../examples/local/parts/kubernetes.ts'
import { type ObtainOptions, obtain } from '../../examples/local/parts/obtain.ts'
import { opentofu } from '../../examples/local/parts/opentofu.ts'
import { obtainTerraform } from '../../examples/local/parts/terraform.ts'

/** The versions that every example must pass with. */
export const terraformVersions = ['1.11.4', '1.15.0'] as const

/** A version of Terraform, or OpenTofu in its one version. */
export type Version = (typeof terraformVersions)[number] | 'opentofu'

const orSay: ObtainOptions = {
  tell: (name) => {
    throw new Error(
      `${name} is not on this machine yet. Obtain every part first, which takes minutes once: node test/support/obtain-parts.ts`,
    )
  },
}

/** The path of the program; rejects with how to get it when it is missing. */
export const presentTerraform = async (version: Version, options = orSay): Promise<string> =>
  version === 'opentofu' ? (await obtain(opentofu, options)).tofu : obtainTerraform(version, options)

/** Resolves when a control plane can be started; rejects with how to get what is missing. */
export const presentControlPlane = async (options = orSay): Promise<void> => {
  await obtain(etcd, options)
  await obtain(kubernetes, options)
}
