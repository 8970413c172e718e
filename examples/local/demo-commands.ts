// The commands to try while the demo is up.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Commands {
  directory: string
  /** The working copy of the example. */
  tenant: string
  terraform: string
  kubectl: string
  /** What the commands need in their environment; it holds secrets. */
  environment: Record<string, string>
}

/** Three commands for any shell, each complete: the environment they need lies in a file only its owner reads. */
export const nextCommands = async ({ directory, tenant, terraform, kubectl, environment }: Commands) => {
  const file = join(directory, 'environment')
  const lines = Object.entries(environment).map(([name, value]) => `export ${name}=${quoted(value)}\n`)
  await writeFile(file, lines.join(''), { mode: 0o600 })
  const first = `. ${quoted(file)}`
  const selected = '--all-namespaces --selector app.kubernetes.io/managed-by=polder'
  const curl = 'curl --silent --show-error --fail-with-body --header "Authorization: Bearer $POLDER_TOKEN"'
  return [
    {
      about: 'Give every seat 8 cores instead of 4: one variable, and every quota changes in place.',
      command: `${first} && ${quoted(terraform)} -chdir=${quoted(tenant)} apply -auto-approve -var cpu_per_seat=8`,
    },
    {
      about: 'Look at those quotas in the cluster.',
      command: `${first} && ${quoted(kubectl)} get resourcequotas ${selected}`,
    },
    {
      about: 'Ask the API for the quotas of one organization.',
      command: `${first} && ${curl} "$POLDER_URL/v1/org_quotas?organization=ml"`,
    },
  ]
}

const quoted = (word: string) =>
  /^[\w./:@=+-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
