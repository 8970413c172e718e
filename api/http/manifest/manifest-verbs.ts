// Answers manifests: of a provider with the kinds that its cluster has now, of one to come with those of Kubernetes itself.
import { checkCreate } from '../../../schemas/check.ts'
import { workspace_provider } from '../../../schemas/workspace_provider.ts'
import { apiError, notFound } from '../../errors.ts'
import { byGroup, type Scope } from '../../resources/manifest/account-rules.ts'
import { manifest } from '../../resources/manifest/manifest.ts'
import { refusedPrefix } from '../../resources/refused-prefix.ts'
import type { Parts } from '../parts.ts'
import type { Answer, Asked } from '../route.ts'
import { asYaml } from './as-yaml.ts'

type Do = (asked: Asked) => Promise<Answer>
type Needs = Pick<Parts, 'store' | 'readKinds'> & { deployment: string }

const headers = { 'content-type': 'application/yaml' }

export const manifestVerbs = ({ store, readKinds, deployment }: Needs) => {
  const read_manifest: Do = async ({ address, actor }) => {
    const found = await store.read(workspace_provider, address, actor)
    if (!found) throw notFound(workspace_provider.name, address)
    const { id, namespace, namespace_mode: mode, adopt } = found.value as Row
    const { kinds, policy } = await readKinds(id)
    const scope: Scope = { mode, namespace, adopt }
    const claim = mode === 'shared' && !adopt ? { deployment, provider: id } : undefined
    const objects = manifest(scope, { listed: byGroup(kinds), policy, claim })
    return { status: 200, body: asYaml(scope, objects), headers }
  }

  const read_new_manifest: Do = async ({ query }) => {
    const namespace = query.get('namespace')?.[0]
    const mode = (query.get('namespace_mode')?.[0] ?? 'shared') as Scope['mode']
    refuseNamespace(mode, namespace)
    const scope: Scope = { mode, namespace: namespace!, adopt: mode === 'shared' }
    return { status: 200, body: asYaml(scope, manifest(scope, { policy: 'v1' }), true), headers }
  }

  return { read_manifest, read_new_manifest }
}

type Row = { id: string; namespace: string; namespace_mode: Scope['mode']; adopt: boolean }

const refuseNamespace = (namespace_mode: Scope['mode'], namespace: string | undefined) => {
  if (namespace === undefined) {
    const what = 'Give the `namespace` of the workspace provider, or the prefix of its namespaces.'
    throw apiError('invalid', what, { attribute: 'namespace' })
  }
  const [wrong] = checkCreate(workspace_provider, { name: 'new', namespace, namespace_mode })
  if (wrong) throw apiError(wrong.code, wrong.detail, { attribute: wrong.attribute })
  const refusal = refusedPrefix({ namespace, namespace_mode })
  if (refusal) throw refusal
}
