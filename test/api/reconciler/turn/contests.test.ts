// Who insists on another form of an object than Polder: repaired ever less often, named, and forgotten in the end.
import { expect } from 'chai'
import type { ClusterError } from '../../../../api/reconciler/cluster/errors.ts'
import { createContests } from '../../../../api/reconciler/turn/contests.ts'

const key = 'NetworkPolicy/acme-ns/polder-allow'

describe('WP-14 contests about objects', () => {
  const open = () => {
    let now = 0
    const contests = createContests(() => now)
    const waits = () => {
      try {
        contests.awaitRepair(key)
      } catch (error) {
        return (error as ClusterError).retryAfter
      }
    }
    const repair = (times: number, apartMs: number) => {
      for (let i = 0; i < times; i += 1) {
        now += apartMs
        contests.awaitRepair(key)
        contests.repaired(key, 'argocd-controller')
      }
    }
    return {
      contests,
      waits,
      repair,
      wait: (ms: number) => {
        now += ms
      },
    }
  }

  it('let the first three repairs be immediate, and pace the next from one second, doubling to a minute', () => {
    const { contests, repair, waits, wait } = open()
    repair(3, 0)
    expect(contests.standing(key)).to.equal(undefined)
    const paces: number[] = []
    for (let i = 0; i < 8; i += 1) {
      const seconds = waits()!
      paces.push(seconds)
      wait(seconds * 1_000 - 1)
      expect(waits()).to.equal(1)
      repair(1, 1)
    }
    expect(paces).to.deep.equal([1, 2, 4, 8, 16, 32, 60, 60])
    const { reason, message } = contests.standing(key)!
    expect(reason).to.equal('Contested')
    expect(message).to.contain('`argocd-controller` has changed NetworkPolicy/acme-ns/polder-allow 11 times')
    expect(contests.count()).to.equal(1)
  })

  it('are none where an object is repaired once a minute', () => {
    const { contests, repair, waits } = open()
    repair(20, 60_000)
    expect([waits(), contests.standing(key), contests.count()]).to.deep.equal([undefined, undefined, 0])
  })

  it('are over once the object was left alone for twice the pace, and counted no more', () => {
    const { contests, repair, wait } = open()
    repair(3, 0)
    repair(1, 1_000)
    expect(contests.count()).to.equal(1)
    wait(4_999)
    expect(contests.standing(key)).not.to.equal(undefined)
    wait(1)
    expect([contests.standing(key), contests.count()]).to.deep.equal([undefined, 0])
  })

  it('are forgotten with objects that are gone', () => {
    const { contests, wait } = open()
    for (let i = 0; i < 100; i += 1) {
      contests.repaired(`Role/acme-ns/role-${i}`, 'kubectl')
      wait(10_000)
    }
    expect(contests.size()).to.be.at.most(6)
  })
})
