// What Terraform prints about a refusal of the API.
import { expect } from 'chai'
import { apiErrorOf } from '../../../terraform-bridge/api-error.ts'
import { refusalOf } from '../../../terraform-bridge/values/refusal.ts'

describe('what the provider says of a refusal', () => {
  it('a token that is not known comes with where to set another', () => {
    const [refusal] = refusalOf(
      apiErrorOf(401, { title: 'No', code: 'unauthenticated', detail: 'Not known.' }),
    )
    expect(refusal!.detail)
      .to.match(/^Not known\./)
      .and.include('POLDER_TOKEN')
    const [other] = refusalOf(apiErrorOf(403, { title: 'No', code: 'forbidden', detail: 'Not yours.' }))
    expect(other!.detail).to.equal('Not yours.')
  })
})
