// What a person is told of an object that not every cluster holds.
import { expect } from 'chai'
import { whyNot } from '../../../terraform-bridge/apply/waiting.ts'

const condition = (type: string, status: string, message: string) => ({ type, status, message })

describe('why an object is not reconciled', () => {
  it('is what is wrong, without what is unknown because of it', () => {
    const conditions = [
      condition('Reachable', 'False', 'Nobody answers.'),
      condition('Authorized', 'Unknown', 'Not known while Reachable is not true.'),
    ]
    expect(whyNot({ conditions })).to.equal('Reachable: Nobody answers.')
  })

  it('is what is unknown where nothing is wrong, and has words where nothing was said', () => {
    const conditions = [condition('Synced', 'Unknown', 'Not yet.'), condition('Reachable', 'True', 'Yes.')]
    expect(whyNot({ conditions })).to.equal('Synced: Not yet.')
    expect(whyNot({})).to.include('No cluster')
  })
})
