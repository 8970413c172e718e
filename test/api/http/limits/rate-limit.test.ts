// The bucket of each token: a burst passes, a flood is told when to come back, and time fills the bucket again.
import { expect } from 'chai'
import { ApiError } from '../../../../api/errors.ts'
import { buckets, rateLimit } from '../../../../api/http/limits/rate-limit.ts'

const caught = (work: () => unknown): ApiError => {
  try {
    work()
  } catch (error) {
    if (error instanceof ApiError) return error
  }
  throw new Error('nothing was refused')
}

describe('the rate limit', () => {
  it('refuses the request after the burst, with the seconds to wait', () => {
    const take = rateLimit(2, () => 0)
    for (let i = 0; i < 10; i++) take('one')
    const refusal = caught(() => take('one'))
    expect(refusal).to.include({ code: 'too_many_requests', status: 429, retryAfter: 1 })
  })

  it('one token does not spend the requests of another', () => {
    const take = rateLimit(1, () => 0)
    for (let i = 0; i < 5; i++) take('one')
    expect(caught(() => take('one')).code).to.equal('too_many_requests')
    expect(take('other').RateLimit).to.equal('"token";r=4;t=1')
  })

  it('time fills the bucket, and no further than the burst', () => {
    let now = 0
    const take = rateLimit(2, () => now)
    for (let i = 0; i < 10; i++) take('one')
    now = 1000
    expect(take('one').RateLimit).to.equal('"token";r=1;t=5')
    now = 1_000_000
    expect(take('one')).to.deep.equal({
      'RateLimit-Policy': '"token";q=10;w=5',
      RateLimit: '"token";r=9;t=1',
    })
  })

  it('0 means without limit', () => {
    const take = rateLimit(0)
    for (let i = 0; i < 10_000; i++) expect(take('one')).to.deep.equal({})
  })

  it('keeps 10,000 buckets, of which the first makes room for one more', () => {
    const { take } = buckets(1, () => 0)
    for (let key = 0; key < 10_000; key++) expect(take(String(key))).to.deep.equal({ left: 4 })
    take('one more')
    expect(take('1')).to.deep.equal({ left: 3 })
    expect(take('0')).to.deep.equal({ left: 4 })
  })
})
