// A role of one organization's own making: a set of permissions its holders have there and nowhere else.
import { displayName, name } from './name.ts'
import { organization } from './organization.ts'
import { resource } from './resource.ts'
import { boolean, defaulted, object, required, setOf, text } from './vocabulary.ts'

const builtin = ['organization-admin', 'organization-manager', 'organization-member']
const ownable = ['read', 'update', 'delete']

export const custom_role = resource({
  name: 'custom_role',
  prefix: 'rol',
  description:
    'A role of one organization: a set of permissions. Renaming it keeps every holder; deleting it takes it from them.',
  within: organization,
  key: ['name'],
  clustered: 'deleted at once',
  attributes: {
    name: required(name(64), {
      description: 'Unique in the organization, and different from the built-in roles.',
      refuse: (it: string) =>
        builtin.includes(it) ? `\`${it}\` is a built-in role; choose another name.` : undefined,
    }),
    display_name: displayName,
    description: defaulted(text({ max: 512 }), { description: 'What the role is for.', default: '' }),
    permissions: required(
      setOf(
        object({
          resource: required(
            text({
              oneOf: [
                'custom_role',
                'dev_url',
                'image',
                'image_tag',
                'metrics',
                'org_membership',
                'org_quota',
                'organization',
                'registry',
                'system_banner',
                'user',
                'workspace',
              ],
            }),
            { description: 'The kind of object.' },
          ),
          action: required(text({ oneOf: ['create', 'read', 'list', 'update', 'delete'] }), {
            description: 'What may be done.',
          }),
          scope: required(text({ oneOf: ['all', 'own'] }), {
            description:
              "`all` objects of the organization, or the holder's `own` (for read, update and delete).",
          }),
        }),
        { max: 200 },
      ),
      {
        description: 'What holders may do. There is no wildcard and no negation.',
        refuse: (them: { action: string; scope: string }[]) => {
          const wrong = them.find(({ action, scope }) => scope === 'own' && !ownable.includes(action))
          return (
            wrong && `\`${wrong.action}\` has no owner: scope \`own\` goes with read, update and delete only.`
          )
        },
      },
    ),
    every_member: defaulted(boolean(), {
      description: 'Whether every member of the organization holds the role.',
      default: false,
    }),
  },
})
