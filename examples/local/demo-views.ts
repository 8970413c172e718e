// Shows the result of the demo by Terraform, REST and kubectl, and fails when they differ.
import { isDeepStrictEqual } from 'node:util'
import { pluralOf } from '../../schemas/index.ts'
import { organization } from '../../schemas/organization.ts'
import type { State } from '../../schemas/types.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import { workspace_provider } from '../../schemas/workspace_provider.ts'
import type { Cluster } from './cluster/cluster.ts'

export interface Views {
  url: string
  token: string
  cluster: Cluster
  /** Runs the demo's Terraform and returns what it prints. */
  terraform(...args: string[]): Promise<string>
  say(text: string): void
}

/** Organization to provider to namespace. */
type Namespaces = Record<string, Record<string, string>>

/** Shows Terraform's outputs, the REST API's answers and the objects in the cluster; throws where they differ. */
export const showViews = async ({ url, token, cluster, terraform, say }: Views) => {
  say('\nSeen by Terraform: terraform output\n')
  say(await terraform('output', '-no-color'))

  const list = async <R extends Resource>(resource: R, query = ''): Promise<State<R>[]> => {
    const path = `/v1/${pluralOf(resource)}${query}`
    const answer = await fetch(`${url}${path}`, { headers: { Authorization: `Bearer ${token}` } })
    if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}: ${await answer.text()}`)
    return ((await answer.json()) as { items: State<R>[] }).items
  }
  say('\nSeen over REST: GET /v1/workspace_providers\n')
  const providers = await list(workspace_provider)
  say(table(['name', 'region', 'namespace', 'namespace_mode', 'status', 'kubernetes_version'], providers))

  say('\nSeen in the cluster: kubectl get namespaces,resourcequotas --all-namespaces\n')
  const ours = ['--all-namespaces', '--selector', 'app.kubernetes.io/managed-by=polder']
  say(await cluster.runKubectl(['get', 'namespaces,resourcequotas', ...ours]))

  const declared: Namespaces = JSON.parse(await terraform('output', '-json', 'namespaces'))
  const organizations = await list(organization, '?labels=managed-by=platform-team')
  agree(declared, Object.fromEntries(organizations.map((it) => [it.name, it.namespaces])))
  const found = await cluster.runKubectl(['get', 'namespaces', '--output', 'name'])
  for (const namespace of Object.values(declared).flatMap((them) => Object.values(them))) {
    if (!found.split('\n').includes(`namespace/${namespace}`))
      throw new Error(
        `Terraform and REST speak of namespace ${namespace}, and the cluster has none of that name.`,
      )
  }
}

const agree = (declared: Namespaces, answered: Namespaces) => {
  if (Object.keys(declared).length === 0) throw new Error('Terraform shows no organization.')
  if (isDeepStrictEqual(declared, answered)) return
  throw new Error(`Terraform and REST differ: ${JSON.stringify(declared)} and ${JSON.stringify(answered)}.`)
}

const table = <C extends string>(columns: C[], rows: { [K in C]: unknown }[]): string => {
  const lines = [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))]
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)))
  return lines
    .map((line) =>
      line
        .map((text, i) => text.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const cell = (value: unknown): string => {
  if (value && typeof value === 'object' && 'state' in value) return String(value.state)
  return value === null || value === undefined ? '-' : String(value)
}
