// What is said of a configuration without asking anybody.
import { expect } from 'chai'
import { checkCreate } from '../../../schemas/check.ts'
import { resourceNamed } from '../../../schemas/index.ts'
import type { Request } from '../../../terraform-bridge/protocol/methods.ts'
import { encode } from '../../../terraform-bridge/protocol/msgpack.ts'
import { type Entries, UNKNOWN } from '../../../terraform-bridge/protocol/value.ts'
import { validateResourceConfig } from '../../../terraform-bridge/rpc/validate-resource-config.ts'
import { resourceOf } from '../../../terraform-bridge/values/type-name.ts'

const validate = async (typeName: string, config: Entries, writeOnlyAttributesAllowed = true) => {
  const { diagnostics = [] } = await validateResourceConfig({
    typeName,
    config: { msgpack: encode(config, resourceOf(typeName).type), json: Buffer.alloc(0) },
    clientCapabilities: { writeOnlyAttributesAllowed, deferralAllowed: false },
  } as Request<'validateResourceConfig'>)
  return diagnostics.map(({ detail, attribute }) => ({
    path: (attribute?.steps ?? []).map(({ selector }) => selector!.value),
    detail: detail!,
  }))
}

const provider = { name: 'gpu', namespace: 'gpu' }

describe('ValidateResourceConfig', function () {
  this.timeout(10_000)

  it('puts the sentence of the API on the attribute, however deep', async () => {
    const [server] = await validate('polder_workspace_provider', {
      ...provider,
      cluster: { server: 'http://x' },
    })
    expect(server!.path).to.deep.equal(['cluster', 'server'])
    const [label] = await validate('polder_organization', { name: 'acme', labels: { team: 'x'.repeat(64) } })
    expect(label!.path).to.deep.equal(['labels', 'team'])
    const role = { name: 'one', permissions: [{ resource: 'workspace', action: 'fly', scope: 'all' }] }
    const [action] = await validate('polder_custom_role', role)
    expect(action!.path).to.deep.equal(['permissions'])
    expect(action!.detail).to.include('`read`').and.include('Attribute: permissions[*].action')
  })

  it('TF-11 refuses a toleration that Kubernetes would refuse, in the words of the API', async () => {
    const wrong = { ...provider, tolerations: [{}] }
    const [refusal] = await validate('polder_workspace_provider', wrong)
    const [violation] = checkCreate(resourceNamed('workspace_provider'), wrong)
    expect(violation).to.include({ attribute: 'tolerations[0].operator', code: 'invalid' })
    expect(refusal!.path).to.deep.equal(['tolerations'])
    expect(refusal!.detail).to.equal(`${violation!.detail}\n\nAttribute: tolerations[*].operator`)
    expect(refusal!.detail).to.include('needs the operator `Exists`').and.include('Set `key`')
    const right: Entries[] = [
      { operator: 'Exists' },
      { key: 'gpu' },
      { key: 'nvidia.com/gpu', operator: 'Equal', value: 'yes', effect: 'NoExecute', toleration_seconds: 60 },
      { key: UNKNOWN },
      { operator: UNKNOWN },
    ]
    expect(
      await validate('polder_workspace_provider', { ...provider, tolerations: right.slice(0, 3) }),
    ).to.deep.equal([])
    expect(await validate('polder_workspace_provider', { ...provider, tolerations: right })).to.deep.equal([])
  })

  it('S6 refuses a null entry of a map, alone and beside what is unknown', async () => {
    for (const labels of [{ team: null }, { team: null, tier: UNKNOWN }] as Entries[]) {
      const [entry, ...more] = await validate('polder_organization', { name: 'acme', labels })
      expect(more).to.deep.equal([])
      expect(entry!.path).to.deep.equal(['labels', 'team'])
      expect(entry!.detail).to.match(/^An entry is never null\. Give it a value, or leave its key out\./)
    }
  })

  it('TF-10 judges nothing that is not wholly known', async () => {
    const unknown = { name: UNKNOWN, namespace: UNKNOWN, cluster: { server: UNKNOWN }, token: UNKNOWN }
    expect(await validate('polder_workspace_provider', unknown)).to.deep.equal([])
    const role = { name: 'one', permissions: [{ resource: UNKNOWN, action: 'fly', scope: 'all' }] }
    expect(await validate('polder_custom_role', role)).to.deep.equal([])
  })

  it('TF-05 refuses a secret where Terraform would keep it, and names the other way', async () => {
    const [refusal] = await validate('polder_workspace_provider', { ...provider, token: 'secret' }, false)
    expect(refusal!.path).to.deep.equal(['token'])
    expect(refusal!.detail).to.include('1.11').and.include('PUT').and.not.include('secret`')
    expect(await validate('polder_workspace_provider', { ...provider, token: null }, false)).to.deep.equal([])
    expect(await validate('polder_workspace_provider', { ...provider, token: UNKNOWN }, false)).to.deep.equal(
      [],
    )
  })

  it('refuses a time-out that is no duration', async () => {
    const timeouts = (create: string) => ({ name: 'acme', timeouts: { create } })
    expect(await validate('polder_organization', timeouts('1h30m'))).to.deep.equal([])
    const [refusal] = await validate('polder_organization', timeouts('5 minutes'))
    expect(refusal!.path).to.deep.equal(['timeouts', 'create'])
  })
})
