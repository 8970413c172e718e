// What a body must look like, and what its writer is told when it does not.
import { expect } from 'chai'
import { checkChange, checkCreate, checkKnown, type Violation } from '../../schemas/check.ts'
import { resourceNamed } from '../../schemas/index.ts'

const create = (name: string, body: unknown) => checkCreate(resourceNamed(name), body)
const where = (violations: Violation[]) => violations.map(({ attribute, code }) => `${attribute} ${code}`)
const details = (violations: Violation[]) => violations.map(({ detail }) => detail).join('\n')

const provider = { name: 'gpu', namespace: 'workspaces' }
const pem = '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n'
const permission = { resource: 'workspace', action: 'read', scope: 'all' }

describe('The check of a body', () => {
  it('names every violation at once, each with its path', () => {
    const found = create('workspace_provider', {
      name: 'GPU',
      namespace: 'kube-system',
      labels: { team: 7, 'no spaces': 'x' },
      cluster: { server: 'http://10.0.0.1', exec: { command: 'sh' } },
      tolerations: [{ key: 'gpu' }, null, { operator: 'Maybe' }],
      colour: 'red',
    })
    expect(where(found)).to.have.members([
      'name invalid',
      'namespace invalid',
      'labels["team"] invalid',
      'labels["no spaces"] invalid',
      'cluster.server invalid',
      'cluster.exec unknown_attribute',
      'tolerations[1] invalid',
      'tolerations[2].operator invalid',
      'colour unknown_attribute',
    ])
  })

  it('says what is wrong in whole sentences, and what to do', () => {
    const told = (body: object) => create('user', { username: 'ada', ...body }).map(({ detail }) => detail)
    expect(told({ username: null })).to.deep.equal(['A value is required and cannot be null.'])
    expect(told({ name: '\ud83d' })).to.deep.equal([
      'The text contains half of a Unicode character. Send whole characters.',
    ])
    expect(told({ name: 'a\u0007' })).to.deep.equal(['The text contains a control character. Remove it.'])
    expect(told({ site_roles: ['auditor', 'auditor'] })).to.deep.equal([
      'The list contains this element twice. Remove one of the two.',
    ])
    expect(told({ site_roles: Array(10_000).fill('auditor') })).to.deep.equal(['Give at most 3 elements.'])
  })

  it('takes a whole body of the right shape', () => {
    const body = {
      ...provider,
      display_name: 'GPU ✨',
      region: null,
      labels: { team: 'ml', 'example.com/tier': '' },
      cluster: { server: 'https://10.0.0.1:6443', ca_data: pem },
      client_certificate: pem,
      client_key: pem,
      client_key_version: 3,
      tolerations: [{ key: 'gpu', operator: 'Exists' }],
      allowed_organizations: ['acme', 'org_0123456789abcdef'],
    }
    expect(create('workspace_provider', body)).to.deep.equal([])
  })

  it('refuses what is not an object', () => {
    for (const body of [null, undefined, 'name', 7, [], [{ name: 'acme' }]])
      expect(where(create('organization', body))).to.deep.equal([' invalid'])
  })

  it('asks for what is required, and takes null for it nowhere', () => {
    expect(where(create('organization', {}))).to.deep.equal(['name invalid'])
    expect(where(create('organization', { name: null }))).to.deep.equal(['name invalid'])
    expect(where(create('workspace_provider', { ...provider, cluster: {} }))).to.deep.equal([
      'cluster.server invalid',
    ])
  })

  it('takes nothing else for an object', () => {
    for (const cluster of ['https://k:6443', 7, true, [], ['https://k:6443'], [{}], new Date()])
      expect(create('workspace_provider', { ...provider, cluster })[0]!.attribute).to.match(/^cluster/)
    expect(details(create('workspace_provider', { ...provider, cluster: [1] }))).to.equal(
      'Give an object with `server`, `ca_data`.',
    )
  })

  it('says of a computed attribute that the server sets it', () => {
    const found = create('organization', { name: 'acme', id: 'org_0123456789abcdef' })
    expect(where(found)).to.deep.equal(['id unknown_attribute'])
    expect(details(found)).to.match(/server sets/)
  })

  it('lets neither `__proto__` nor `constructor` pass, as attribute or as key', () => {
    const hostile = JSON.parse('{"name":"acme","__proto__":{"x":1},"constructor":1,"toString":2}')
    expect(where(create('organization', hostile))).to.deep.equal([
      '__proto__ unknown_attribute',
      'constructor unknown_attribute',
      'toString unknown_attribute',
    ])
    const labels = JSON.parse('{"name":"acme","labels":{"__proto__":"x","constructor":"allowed"}}')
    expect(where(create('organization', labels))).to.deep.equal(['labels["__proto__"] invalid'])
  })

  it('never repeats what was given, least of all a secret', () => {
    const secret = 'sw0rd fish'
    const found = create('workspace_provider', { ...provider, token: secret, client_key: secret })
    expect(where(found)).to.include.members(['token invalid', 'client_key invalid'])
    expect(details(found)).to.not.include(secret)
  })

  it('keeps its answer short, however much is wrong', () => {
    const body = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`x${at}`.repeat(100), 1]))
    const found = create('organization', body)
    expect(found).to.have.length(20)
    expect(JSON.stringify(found)).to.have.length.at.most(10_000)
  })

  it('says of a map or a set that is too long only that, and looks at none of its entries', () => {
    const labels: Record<string, unknown> = {}
    for (let at = 0; at < 5000; at++) labels[`-${at}`] = at
    expect(where(create('organization', { name: 'acme', labels }))).to.deep.equal(['labels invalid'])
    const allowed_regions = Array.from({ length: 5000 }, (_, at) => at)
    expect(where(create('organization', { name: 'acme', allowed_regions }))).to.deep.equal([
      'allowed_regions invalid',
    ])
  })
})

describe('The check of text', () => {
  it('takes names in ASCII only, so that no look-alike is a second organization', () => {
    for (const name of ['аcme', 'acme\u200b', 'ａcme', 'acme ', 'Acme', 'a_b', 'a/b', '-a', 'a-', '7', ''])
      expect(where(create('organization', { name })), name).to.deep.equal(['name invalid'])
    expect(details(create('organization', { name: 'Acme' }))).to.equal(
      'Use lower-case letters, digits and inner hyphens, beginning with a letter.',
    )
  })

  it('counts characters rather than bytes or halves of them', () => {
    const named = (display_name: string) => create('organization', { name: 'acme', display_name })
    expect(named('🦊'.repeat(64))).to.deep.equal([])
    expect(details(named(''))).to.equal('Give 1 to 64 characters.')
    expect(details(named('🦊'.repeat(65)))).to.equal('Give 1 to 64 characters.')
    expect(where(named(`a${'\ufe0f'.repeat(500)}`))).to.deep.equal(['display_name invalid'])
  })

  it('refuses what PostgreSQL cannot store and what hides from a reader', () => {
    for (const description of [
      '\0',
      '\ud800',
      '\u202eevil',
      '\u2028',
      '\x1b[31m',
      '\r',
      'a\u200b',
      '\ufeffa',
      'a\u00adb',
    ])
      expect(
        where(create('organization', { name: 'acme', description })),
        JSON.stringify(description),
      ).to.deep.equal(['description invalid'])
  })

  it('takes line ends and tabs in long texts and nowhere else', () => {
    expect(create('organization', { name: 'acme', description: 'one\n\ttwo' })).to.deep.equal([])
    expect(where(create('organization', { name: 'acme', display_name: 'one\ntwo' }))).to.deep.equal([
      'display_name invalid',
    ])
  })

  it('takes credentials as PEM or its base64, never as a file path', () => {
    const given = (ca_data: string) =>
      create('workspace_provider', { ...provider, cluster: { server: 'https://k:6443', ca_data } })
    expect(given(Buffer.from(pem).toString('base64'))).to.deep.equal([])
    expect(where(given('/etc/kubernetes/ca.crt'))).to.deep.equal(['cluster.ca_data invalid'])
  })
})

describe('The check of numbers, flags and maps', () => {
  const limited = (workspaces: unknown) => create('org_quota', { scope: 'member', limits: { workspaces } })

  it('takes whole numbers within their limits', () => {
    for (const workspaces of [0, 1_000_000]) expect(limited(workspaces)).to.deep.equal([])
    for (const workspaces of [-1, 1_000_001, 1.5, '7', Number.NaN, 2 ** 53, [7], true])
      expect(where(limited(workspaces)), String(workspaces)).to.deep.equal(['limits.workspaces invalid'])
    expect(details(limited(-1))).to.equal('Give a whole number from 0 to 1000000.')
  })

  it('takes no number that a database column cannot hold', () => {
    const versioned = (token_version: number) => create('workspace_provider', { ...provider, token_version })
    expect(versioned(2 ** 31 - 1)).to.deep.equal([])
    expect(where(versioned(2 ** 31))).to.deep.equal(['token_version invalid'])
  })

  it('takes true and false, and nothing that looks like them', () => {
    for (const suspended of ['true', 1, 0, [], {}])
      expect(where(create('user', { username: 'alice', suspended }))).to.deep.equal(['suspended invalid'])
  })

  it('counts entries', () => {
    const labels = (count: number) =>
      create('organization', {
        name: 'acme',
        labels: Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, ''])),
      })
    expect(labels(64)).to.deep.equal([])
    expect(details(labels(65))).to.equal('Give at most 64 entries.')
    expect(where(create('organization', { name: 'acme', labels: ['a'] }))).to.deep.equal(['labels invalid'])
  })
})

describe('The check of sets and references', () => {
  it('refuses an element twice, also in another spelling', () => {
    const roles = ['organization_manager', 'auditors', 'organization-admin']
    expect(where(create('org_membership', { user: 'alice', roles }))).to.deep.equal(['roles[2] invalid'])
    const swapped = { scope: 'all', resource: 'workspace', action: 'read' }
    expect(
      where(create('custom_role', { name: 'reader', permissions: [permission, swapped] })),
    ).to.deep.equal(['permissions[1] invalid'])
  })

  it('refuses the implied member and says so', () => {
    const found = create('user', { username: 'alice', site_roles: ['auditor', 'member'] })
    expect(where(found)).to.deep.equal(['site_roles[1] invalid'])
    expect(details(create('org_membership', { user: 'alice', roles: ['organization_member'] }))).to.equal(
      '`organization_member` is implied for everyone. Leave it out.',
    )
  })

  it('counts elements before it looks at them', () => {
    expect(where(create('organization', { name: 'acme', allowed_regions: [] }))).to.deep.equal([
      'allowed_regions invalid',
    ])
    const permissions = Array.from({ length: 201 }, () => 'wrong')
    expect(details(create('custom_role', { name: 'reader', permissions }))).to.equal(
      'Give at most 200 elements.',
    )
  })

  it('takes names and ids as references, and nothing else', () => {
    for (const user of ['', 'a/b', 'a b', 'ünal', 'x'.repeat(129), 7, null, ['alice'], { id: 'usr_1' }])
      expect(where(create('org_membership', { user })), String(user)).to.deep.equal(['user invalid'])
  })
})

describe('The check of what only a schema knows', () => {
  it('refuses scope `own` where nothing can be owned, and asks this of well-shaped permissions only', () => {
    const permissions = [{ ...permission, action: 'create', scope: 'own' }]
    expect(where(create('custom_role', { name: 'maker', permissions }))).to.deep.equal([
      'permissions invalid',
    ])
    const broken = [...permissions, null]
    expect(where(create('custom_role', { name: 'maker', permissions: broken }))).to.deep.equal([
      'permissions[1] invalid',
    ])
  })

  it('refuses two kinds of credential beside each other', () => {
    const found = create('workspace_provider', {
      ...provider,
      token: 'abc',
      client_certificate: pem,
      client_key: null,
    })
    expect(where(found)).to.deep.equal(['client_certificate invalid'])
    expect(details(found)).to.match(/`token` is set too/)
  })

  it('refuses half a GPU, however it is written', () => {
    const gpus = (gpu: string) => where(create('org_quota', { scope: 'member', limits: { gpu } }))
    for (const gpu of ['500m', '1.5', '1e-1']) expect(gpus(gpu)).to.deep.equal(['limits.gpu invalid'])
    for (const gpu of ['2', '2000m', '1.5e1', '0']) expect(gpus(gpu)).to.deep.equal([])
  })

  it('refuses a quota that limits nothing', () => {
    for (const limits of [{}, { cpu: null }])
      expect(where(create('org_quota', { scope: 'member', limits }))).to.deep.equal(['limits invalid'])
  })
})

describe('The check of a change', () => {
  const change = (name: string, body: unknown) => checkChange(resourceNamed(name), body)

  it('misses nothing, and takes null wherever null or a default is possible', () => {
    expect(change('organization', {})).to.deep.equal([])
    expect(change('organization', { description: null, icon: null, labels: null })).to.deep.equal([])
    expect(where(change('organization', { name: null }))).to.deep.equal(['name invalid'])
  })

  it('S6 takes a part of an object or a map, and null for what goes', () => {
    expect(change('workspace_provider', { cluster: { ca_data: pem } })).to.deep.equal([])
    expect(change('workspace_provider', { cluster: { ca_data: null }, labels: { a: null } })).to.deep.equal(
      [],
    )
    expect(change('org_quota', { limits: { cpu: null } })).to.deep.equal([])
  })

  it('S6 takes as many entries away as a map may have, and looks at no more', () => {
    const gone = (count: number) => Object.fromEntries([...Array(count).keys()].map((at) => [`k${at}`, null]))
    const labels = { ...gone(64), ...Object.fromEntries([...Array(64).keys()].map((at) => [`n${at}`, ''])) }
    expect(change('organization', { labels })).to.deep.equal([])
    expect(details(change('organization', { labels: gone(65) }))).to.equal('Give at most 64 entries.')
  })

  it('S6 still refuses what no whole could hold, with its path', () => {
    expect(where(change('workspace_provider', { cluster: { server: null } }))).to.deep.equal([
      'cluster.server invalid',
    ])
    expect(where(change('workspace_provider', { cluster: { ca: null }, labels: { a: 1 } }))).to.have.members([
      'cluster.ca unknown_attribute',
      'labels["a"] invalid',
    ])
    expect(where(change('organization', { labels: { 'no spaces': null } }))).to.deep.equal([
      'labels["no spaces"] invalid',
    ])
    const permissions = [{ resource: 'workspace', action: null }]
    expect(where(change('custom_role', { permissions }))).to.have.members([
      'permissions[0].action invalid',
      'permissions[0].scope invalid',
    ])
  })
})

describe('The check of whole values', () => {
  it('judges the values it is given and misses none', () => {
    const known = (values: Record<string, unknown>) => checkKnown(resourceNamed('organization'), values)
    expect(known({})).to.deep.equal([])
    expect(known({ id: 'org_1', timeouts: {}, reconciled: true })).to.deep.equal([])
    expect(where(known({ name: 'Acme', labels: { a: 1 } }))).to.deep.equal([
      'name invalid',
      'labels["a"] invalid',
    ])
  })
})
