// PostgreSQL restarts, crashes and ends connections while writers write.
import { expect } from 'chai'
import { databaseRestarts } from '../../../soak/database-restarts.ts'

describe('a database that restarts under load', function () {
  this.timeout(240_000)

  it('loses no acknowledged write, stores none by half or twice, answers 503 meanwhile, and recovers by itself', async () => {
    const { counts, broken } = await databaseRestarts(5)
    expect(broken).to.deep.equal([])
    expect(counts.acknowledged).to.be.above(500)
    expect(counts['answers 503 unavailable']).to.be.above(0)
  })
})
