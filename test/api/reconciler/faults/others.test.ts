// Other people in a cluster who change what is Polder's, or make what looks like it.
import { expect } from 'chai'
import { namespaceName } from '../../../../api/resources/objects/names.ts'
import { tenancyLabels } from '../../../../api/resources/objects/object.ts'
import { eachFaultScene } from '../../../support/cluster/each-fault-scene.ts'
import { othersIn } from '../../../support/cluster/others-in.ts'
import { until } from '../../../support/until.ts'

describe('a cluster in which others write', function () {
  this.timeout(120_000)
  const scene = eachFaultScene('other')

  it('WP-14 a writer who insists is named with the count, and what Polder writes is paced', async () => {
    const { cluster, proxy, polder, organizations, policiesOf, converged, written } = scene()
    const [{ path, key }] = (await policiesOf(0, 'allow')) as [{ path: string; key: string }]
    const from = proxy.calls.length
    let changes = 0
    const insist = async () => {
      const { body } = await cluster.request('GET', path)
      if (body.spec.policyTypes.length === 1) return
      const spec = { ...body.spec, policyTypes: ['Ingress'] }
      const { status } = await cluster.request('PUT', `${path}?fieldManager=insistent`, { ...body, spec })
      if (status === 200) changes += 1
    }
    await until(
      async () => {
        await insist()
        const { status, reason, message } = await polder.condition(
          'organization',
          organizations[0]!.id,
          'Synced',
        )
        expect(`${status} ${reason}: ${message}`).to.match(
          /^False Contested: .*`insistent` has changed NetworkPolicy\/\S+-allow \d+ times/,
        )
      },
      15_000,
      20,
    )
    expect(changes).to.be.at.least(3)
    const repairs = () => written(from).filter((it) => it === key).length
    const before = repairs()
    const began = performance.now()
    await until(async () => {
      await insist()
      expect(performance.now() - began).to.be.at.least(4_000)
    })
    // One second, then two, then four.
    expect(repairs() - before).to.be.within(1, 3)
    await converged(15_000)
    expect(new Set(written(from))).to.deep.equal(new Set([key]))
  })

  it('NS-06 what carries the labels of an organization without being written by Polder is left alone', async () => {
    const { cluster, polder, providers, organizations, narrow, converged, written, proxy } = scene()
    const { post } = othersIn(() => cluster)
    const labels = tenancyLabels({
      deployment: polder.deployment,
      provider: providers[1],
      organization: organizations[0]!.id,
    })
    const from = proxy.calls.length
    const theirs = [
      await post('/api/v1/namespaces', { metadata: { name: 'other-labelled', labels } }),
      await post('/apis/networking.k8s.io/v1/namespaces/other2-theirs/networkpolicies', {
        metadata: { name: 'labelled', labels },
        spec: { podSelector: {} },
      }),
    ]
    const repaired = await narrow()
    await converged(5_000)
    await polder.restart()
    repaired.push(...(await narrow()))
    await converged(10_000)
    expect(written(from)).to.deep.equal(repaired.toSorted())
    const [namespace, policy] = [
      await cluster.request('GET', '/api/v1/namespaces/other-labelled'),
      await cluster.request(
        'GET',
        '/apis/networking.k8s.io/v1/namespaces/other2-theirs/networkpolicies/labelled',
      ),
    ]
    expect([namespace.body.metadata, policy.body.metadata]).to.deep.equal(
      theirs.map(({ metadata }) => metadata),
    )
  })

  it('NS-06 the namespace of a stranger that has the name of an organization is told of, and left alone', async () => {
    const { cluster, polder, providers, narrow, converged } = scene()
    const { post } = othersIn(() => cluster)
    const organization = await polder.addOrganization('other-unlucky')
    const name = namespaceName('other3-per', 'other-unlucky', {
      deployment: polder.deployment,
      provider: providers[1],
      organization,
    })
    const { metadata } = await post('/api/v1/namespaces', { metadata: { name } })
    await polder.allow(providers[1], organization)
    await until(async () => {
      const { status, reason, message } = await polder.condition('organization', organization, 'Synced')
      expect(`${status} ${reason}: ${message}`).to.match(
        new RegExp(`^False NamespaceNotOurs: .*${name}.*adopt`),
      )
    })
    await narrow()
    await converged(2_000)
    expect((await cluster.request('GET', `/api/v1/namespaces/${name}`)).body.metadata).to.deep.equal(metadata)
  })
})
