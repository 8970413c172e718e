// What Terraform prints about an address or a token that cannot be right.
import { expect } from 'chai'
import { problemOf } from '../../../terraform-bridge/problem.ts'
import { urlRefusals } from '../../../terraform-bridge/rpc/configure-provider.ts'
import { refusalOf } from '../../../terraform-bridge/rpc/refusal.ts'

const words = (url: string) => urlRefusals(url).map(({ detail }) => detail)

describe('what the provider says of its own block', () => {
  it('an address without a scheme, or with the /v1 of every path, is refused before anybody is asked', () => {
    expect(words('localhost:7460')[0]).to.include('begins with `https://`')
    expect(words('http://localhost:7460/v1/')[0]).to.include('Leave out the `/v1`')
    expect(words('https://example.com/polder/')).to.deep.equal([])
  })

  it('a token that is not known comes with where to set another', () => {
    const [refusal] = refusalOf(
      problemOf(401, { title: 'No', code: 'unauthenticated', detail: 'Not known.' }),
    )
    expect(refusal!.detail)
      .to.match(/^Not known\./)
      .and.include('POLDER_TOKEN')
    const [other] = refusalOf(problemOf(403, { title: 'No', code: 'forbidden', detail: 'Not yours.' }))
    expect(other!.detail).to.equal('Not yours.')
  })
})
