// P24: a flood of unknown tokens costs few look-ups, and everyone gets their own answer.
import { expect } from 'chai'
import { gathered } from '../../../api/database/gathered.ts'

describe('P24 look-ups that are gathered', () => {
  /** Questions wait until the test answers them, in order. */
  const waiting = () => {
    const asked: {
      keys: string[]
      answer: (found: Map<string, string>) => void
      fail: (cause: Error) => void
    }[] = []
    let told = Promise.withResolvers<void>()
    const find = gathered((keys) => {
      const { promise, resolve: answer, reject: fail } = Promise.withResolvers<Map<string, string>>()
      asked.push({ keys, answer, fail })
      told.resolve()
      return promise
    })
    const next = async () => {
      if (asked.length === 0) await told.promise
      told = Promise.withResolvers()
      return asked.shift()!
    }
    return { asked, find, next }
  }

  it('are one question at a time, and whoever comes meanwhile shares the next', async () => {
    const { asked, find, next } = waiting()
    const first = find('a')
    const one = await next()
    expect(one.keys).to.deep.equal(['a'])
    const others = ['b', 'c', 'b'].map(find)
    expect(asked).to.deep.equal([])
    one.answer(new Map([['a', '1']]))
    expect(await first).to.equal('1')
    const two = await next()
    expect(two.keys).to.deep.equal(['b', 'c'])
    two.answer(new Map([['c', '3']]))
    expect(await Promise.all(others)).to.deep.equal([undefined, '3', undefined])
  })

  it('fail for those who asked, and for nobody after them', async () => {
    const { find, next } = waiting()
    const first = find('a').catch((cause: Error) => cause.message)
    const one = await next()
    const second = find('a')
    one.fail(new Error('the database is away'))
    expect(await first).to.equal('the database is away')
    const two = await next()
    two.answer(new Map([['a', '1']]))
    expect(await second).to.equal('1')
  })
})
