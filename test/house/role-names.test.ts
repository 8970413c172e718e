// One room knows a role's name: everything else asks it what somebody may do.
import { expect } from 'chai'
import { permissionMatrix } from '../../schemas/permission-matrix.ts'
import { user } from '../../schemas/user.ts'
import { read, sources } from '../support/sources.ts'

const { site_roles: siteRoles } = user.attributes
const names = [...siteRoles.shape.of.oneOf, ...Object.keys(permissionMatrix), 'organization-admin']
const named = new RegExp(`\\b(${names.join('|')})\\b`)

describe('the names of roles', () => {
  it('stand in api/permissions and nowhere else in the API', () => {
    const api = sources.filter((path) => path.startsWith('api/') && named.test(read(path)))
    expect(api.filter((path) => !path.startsWith('api/permissions/'))).to.deep.equal([])
    expect(api).to.include('api/permissions/site-roles.ts')
  })

  it('decide nothing elsewhere: the site roles of whoever asks are read in api/permissions alone', () => {
    const reads = /siteRoles\b[^\n]*\.(includes|some|every|find|filter|length)\b/
    const readers = sources.filter((path) => path.startsWith('api/') && reads.test(read(path)))
    expect(readers.filter((path) => !path.startsWith('api/permissions/'))).to.deep.equal([])
    expect(readers).not.to.deep.equal([])
  })
})
