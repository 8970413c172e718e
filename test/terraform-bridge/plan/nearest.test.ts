// What a person most likely meant.
import { expect } from 'chai'
import { nearest } from '../../../terraform-bridge/plan/nearest.ts'

describe('TF-11 the nearest name', () => {
  const roles = ['organization_manager', 'organization-admin', 'builder', 'reviewer']
  const cases: [typed: string, names: string[], meant: string | undefined][] = [
    ['organization_manger', roles, 'organization_manager'],
    ['organisation-admin', roles, 'organization-admin'],
    ['biulder', roles, 'builder'],
    ['builders', roles, 'builder'],
    ['alcie', ['bob', 'alice'], 'alice'],
    ['al4', ['al3'], 'al3'],
    ['ab', ['ac'], undefined],
    ['zoe', ['bob', 'alice'], undefined],
    ['builder', ['builder'], undefined],
    ['nothing', [], undefined],
    ['', ['a'], undefined],
  ]
  for (const [typed, names, meant] of cases) {
    it(`to \`${typed}\` among ${names.join(', ') || 'none'} is ${meant ?? 'none'}`, () => {
      expect(nearest(typed, names)).to.equal(meant)
    })
  }
})
