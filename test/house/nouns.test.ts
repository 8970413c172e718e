// What is peculiar to a resource stands in its module: which other files of the API hold a resource's name, and why.
import { expect } from 'chai'
import { resources } from '../../schemas/index.ts'
import { read, sources } from '../support/sources.ts'

/** The files that may, each with its reason. */
const may: Record<string, string> = {
  'api/database/first-start.ts': 'it says what a deployment begins with',
  'api/database/admin-token.ts': 'it keeps an administrator',
  'api/database/read/bearers.ts': 'it finds whose a token is',
  'api/database/write/locks/users.ts': 'users are locked in an order of their own',
  'api/http/manifest/manifest-routes.ts': 'a manifest is of a workspace provider',
  'api/http/manifest/manifest-verbs.ts': 'a manifest is of a workspace provider',
  'api/http/server.ts': 'every answer tells the deployment',
  'api/database/write/draft.ts': 'the deployment has the default one',
}
const mayWholly = /^api\/(resources|permissions|reconciler|database\/status|database\/schema\/migrations)\//

/** Nouns that are English words too count as imports, strings, tables and columns, not in sentences. */
const nameOf = (noun: string) =>
  noun.includes('_')
    ? `\\b${noun}(_id)?\\b`
    : `(['"\`])${noun}\\1|\\b(?:from|join|update|into|using)\\s+"?${noun}\\b|\\b${noun}_id\\b|/schemas/${noun}\\.ts'`

const withoutComments = (text: string) => text.replaceAll(/^\s*\/\/.*$|\/\*[\s\S]*?\*\//gm, '')

const namedIn = (text: string) =>
  resources.map(({ name }) => name).filter((noun) => new RegExp(nameOf(noun)).test(withoutComments(text)))

describe('nouns', () => {
  it('are found in imports, strings, tables and columns, and not in sentences', () => {
    expect(namedIn(`resourceNamed('user')`)).to.deep.equal(['user'])
    expect(namedIn('select from "user" join organization o on o.id = t.workspace_provider_id')).to.deep.equal(
      ['organization', 'user', 'workspace_provider'],
    )
    expect(namedIn(`import { user } from '../../schemas/user.ts'`)).to.deep.equal(['user'])
    expect(namedIn('/** The rows of org_quota. */\n// from organization\n')).to.deep.equal([])
    expect(namedIn("'The user is suspended in the organization.'")).to.deep.equal([])
  })

  it('stand in no file of the API but their own modules, permissions, the migrations, the reconciler, and these', () => {
    const others = sources.filter((path) => path.startsWith('api/') && !mayWholly.test(path))
    const naming = others.filter((path) => namedIn(read(path)).length > 0)
    const peculiar = naming.filter((path) => !(path in may))
    expect(peculiar, 'move what is peculiar to a resource into api/resources/').to.deep.equal([])
    const done = Object.keys(may).filter((path) => !naming.includes(path))
    expect(done, 'take out of `may` what holds no name any more').to.deep.equal([])
  })
})
