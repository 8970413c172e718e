// A user: a person or a service account, known in the whole deployment.
import { resource } from './resource.ts'
import { boolean, defaulted, optional, required, setOf, text } from './vocabulary.ts'

const siteRoles = ['site_admin', 'site_manager', 'auditor'] as const

export const user = resource({
  name: 'user',
  prefix: 'usr',
  description:
    'A person or a service account. A new user belongs to no organization; `org_membership` adds users to organizations.',
  key: ['username'],
  owner: 'id',
  unique: ['email'],
  attributes: {
    username: required(
      text({
        matches: /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/,
        words: 'lower-case letters, digits and inner dots and hyphens',
        max: 64,
      }),
      {
        description: 'Username, unique in the deployment. The username can be changed in place.',
      },
    ),
    email: optional(
      text({
        matches: /^[!-?A-~]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/,
        words: 'an ASCII address such as `ada@example.com`',
        max: 254,
        compared: 'case',
      }),
      {
        description: 'ASCII e-mail address, unique whatever its case. A service account may have none.',
      },
    ),
    name: defaulted(text({ min: 1, max: 128 }), {
      description: 'The name that people see.',
      follows: 'username',
    }),
    site_roles: defaulted(setOf(text({ oneOf: siteRoles }), { max: siteRoles.length }), {
      description:
        'Roles in the whole deployment: `site_admin`, `site_manager`, `auditor`. Everyone is a `member`. Only site admins grant or revoke them, and an active site admin who is no service account must remain. When a user gains one, tokens of that user that anybody but a site admin issued are revoked.',
      default: [],
      implied: 'member',
    }),
    suspended: defaulted(boolean(), {
      description: 'While true, the tokens of the user are refused.',
      default: false,
    }),
    service_account: defaulted(boolean(), {
      description: 'Whether the user is a program rather than a person.',
      default: false,
    }),
  },
})
