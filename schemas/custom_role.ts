// A role that one organization defines: a set of permissions that its holders have in that organization.
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
    'A role that one organization defines: a set of permissions. Renaming a role keeps its holders; deleting a role takes it from them.',
  within: organization,
  key: ['name'],
  clustered: 'deleted at once',
  attributes: {
    name: required(name(64), {
      description: 'Name of the role, unique in the organization and different from the built-in roles.',
      refuse: (it: string) =>
        builtin.includes(it) ? `\`${it}\` is a built-in role. Choose another name.` : undefined,
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
            { description: 'The kind of object that the permission is for.' },
          ),
          action: required(text({ oneOf: ['create', 'read', 'list', 'update', 'delete'] }), {
            description: 'The action that the permission allows.',
          }),
          scope: required(text({ oneOf: ['all', 'own'] }), {
            description:
              '`all`: every object of the organization. `own`: objects of the holder (for read, update and delete).',
          }),
        }),
        { max: 200 },
      ),
      {
        description: 'The permissions of the role. There are no wildcards and no negations.',
        refuse: (them: { action: string; scope: string }[]) => {
          const wrong = them.find(({ action, scope }) => scope === 'own' && !ownable.includes(action))
          return (
            wrong &&
            `The action \`${wrong.action}\` has no owner. Use the scope \`own\` with read, update and delete only.`
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
