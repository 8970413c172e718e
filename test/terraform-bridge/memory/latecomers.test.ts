// A name that is taken is free again when the state's object that has it is told of, perhaps late.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { createLatecomers } from '../../../terraform-bridge/memory/latecomers.ts'

describe('a latecomer', () => {
  const start = () => {
    const known = new Set<string>()
    const { heard, mayCome } = createLatecomers((id) => known.has(id))
    const tell = (id: string) => {
      known.add(id)
      heard()
    }
    return { tell, mayCome }
  }

  it('is not awaited for ever', async () => {
    const { mayCome } = start()
    expect(await mayCome('usr_never')).to.equal(false)
  })

  it('S16 is awaited as long as Terraform goes on telling of others', async () => {
    const { tell, mayCome } = start()
    const asked = mayCome('usr_late')
    for (let at = 0; at < 6; at++) {
      await sleep(200)
      tell(`usr_${at}`)
    }
    tell('usr_late')
    expect(await asked).to.equal(true)
  })

  it('S16 is not refused because those who wait for it are all that Terraform plans at once', async () => {
    const { tell, mayCome } = start()
    const asked = ['usr_one', 'usr_two', 'usr_three'].map((id) => mayCome(id))
    // What Terraform does when one of the three gives way, and not before.
    void asked[2]!.then(() => ['usr_one', 'usr_two', 'usr_three'].map(tell))
    expect(await Promise.all(asked)).to.deep.equal([true, true, true])
  })

  it('is refused to all but one of several when that one gives way to nothing', async () => {
    const { mayCome } = start()
    const asked = ['usr_one', 'usr_two', 'usr_three'].map((id) => mayCome(id))
    expect(await Promise.all(asked)).to.deep.equal([false, false, true])
  })
})
