// The manifest of a workspace provider over REST: who may read it, and what is refused.
import { expect } from 'chai'
import { loadAll } from 'js-yaml'
import { permissionsIn } from '../../../api/resources/manifest/permissions.ts'
import type { KubernetesObject } from '../../../api/resources/objects/object.ts'
import type { Rule } from '../../../api/resources/objects/roles.ts'
import { type Api, startApi } from '../../support/api.ts'
import { refused } from '../../support/refusal.ts'

const path = '/v1/workspace_provider_manifest'

describe('WP-08 the manifest of a workspace provider', () => {
  let api: Api
  before(async () => {
    api = await startApi()
  })
  after(() => api.stop())

  const readNew = async (query: string) => {
    const { status, headers, body } = await api.request('GET', `${path}?${query}`)
    expect(status, body.text).to.equal(200)
    expect(headers.get('content-type')).to.equal('application/yaml')
    return { text: body.text as string, objects: loadAll(body.text) as KubernetesObject[] }
  }

  for (const query of ['', 'namespace_mode=shared']) {
    it(`422 needs a namespace: ${query || 'nothing given'}`, () =>
      refused(api, ['GET', `${path}?${query}`], { status: 422, code: 'invalid', attribute: 'namespace' }))
  }
  for (const [query, attribute] of [
    ['namespace=kube-system', 'namespace'],
    ['namespace=Team_A', 'namespace'],
    [`namespace=${'a'.repeat(64)}`, 'namespace'],
    [`namespace_mode=per_organization&namespace=${'a'.repeat(28)}`, 'namespace'],
    ['namespace_mode=both&namespace=a', 'namespace_mode'],
    ['namespace=a&adopt=true', 'adopt'],
  ] as const) {
    it(`422 refuses ${query.slice(0, 60)}`, () =>
      refused(api, ['GET', `${path}?${query}`], { status: 422, code: 'invalid', attribute }))
  }

  it('404 of a provider that does not exist', () =>
    refused(api, ['GET', '/v1/workspace_providers/none/manifest'], { status: 404, code: 'not_found' }))

  it('503 cluster_unavailable of a provider whose cluster cannot be asked, with the way around it', async () => {
    const detail =
      /POLDER_KUBECONFIG.*GET \/v1\/workspace_provider_manifest\?namespace_mode=\w+&namespace=polder /
    const request: [string, string] = ['GET', '/v1/workspace_providers/built-in/manifest']
    await refused(api, request, { status: 503, code: 'cluster_unavailable', detail })
    const { headers } = await api.request(...request)
    expect(headers.get('retry-after')).to.equal('5')
  })

  it('says before the objects what to do with them', async () => {
    const { text } = await readNew('namespace_mode=per_organization&namespace=acme')
    expect(text).to.include('# 1. Apply the objects as an administrator of the cluster: kubectl apply -f -')
    expect(text).to.include('#      kubectl --namespace polder-system create token polder-acme ')
  })

  it('per_organization: has a ClusterRole, and a policy that confines it to names with the prefix', async () => {
    const { objects } = await readNew('namespace_mode=per_organization&namespace=acme')
    expect(
      objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`),
    ).to.deep.equal([
      'Namespace /polder-system',
      'ServiceAccount polder-system/polder-acme',
      'ClusterRole /polder-acme',
      'ClusterRoleBinding /polder-acme',
      'ValidatingAdmissionPolicy /polder-acme',
      'ValidatingAdmissionPolicyBinding /polder-acme',
    ])
  })

  it('shared: has a Role in the namespace and nothing for the whole cluster', async () => {
    const { objects } = await readNew('namespace=on')
    expect(
      objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`),
    ).to.deep.equal([
      'Namespace /polder-system',
      'Namespace /on',
      'ServiceAccount polder-system/polder-on',
      'Role on/polder-on',
      'RoleBinding on/polder-on',
      'ValidatingAdmissionPolicy /polder-on',
      'ValidatingAdmissionPolicyBinding /polder-on',
    ])
  })

  it('grants no permission twice', async () => {
    for (const mode of ['shared', 'per_organization']) {
      const { objects } = await readNew(`namespace_mode=${mode}&namespace=acme`)
      const rules = objects.flatMap((it) => (it.rules ?? []) as Rule[])
      const granted = permissionsIn(rules).map((it) => JSON.stringify(it))
      expect(
        granted.filter((it, index) => granted.indexOf(it) !== index),
        mode,
      ).to.deep.equal([])
      expect(granted.length).to.be.above(10)
    }
  })

  it('TF-05 grants nothing about Secrets, makes none, and escalates nothing', async () => {
    for (const mode of ['shared', 'per_organization']) {
      const { objects } = await readNew(`namespace_mode=${mode}&namespace=acme`)
      const granted = JSON.stringify(objects)
      for (const word of [
        'secrets',
        '"Secret"',
        'escalate',
        '"bind"',
        'impersonate',
        'serviceaccounts/token',
      ])
        expect(granted, mode).not.to.include(word)
      for (const rule of objects.flatMap(
        (it) => (it.rules ?? []) as { verbs: string[]; resources: string[] }[],
      ))
        expect([...rule.verbs, ...rule.resources]).not.to.include('*')
    }
  })
})
