// An organization: the tenant that everything else belongs to.
import { displayName, name } from './name.ts'
import { resource } from './resource.ts'
import { boolean, computed, defaulted, mapOf, optional, required, setOf, text } from './vocabulary.ts'

export const organization = resource({
  name: 'organization',
  prefix: 'org',
  description:
    'A tenant: it ties together users, workspaces and images. Every workspace and every image belongs to exactly one organization.',
  key: ['name'],
  place: 'id',
  fallback: 'default_organization',
  clustered: 'deleted later',
  attributes: {
    name: required(name(32), {
      description: 'URL-safe name, unique in the deployment. It can be changed in place.',
    }),
    display_name: displayName,
    description: defaulted(text({ max: 512 }), { description: 'What the organization is for.', default: '' }),
    icon: optional(
      text({
        matches:
          /^https:\/\/(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?)(:\d{1,5})?([/?#][!#-;=?-[\]_a-z~]*)?$/,
        words: 'an https URL without user and password, such as `https://example.com/icon.svg`',
        max: 512,
      }),
      {
        description: 'Address of an image that stands for the organization, as an https URL.',
        refuse: (it: string) =>
          URL.canParse(it) ? undefined : 'The URL has no valid host or port. Correct them.',
      },
    ),
    labels: defaulted(mapOf(text({ max: 63 }), { max: 64 }), {
      description: 'Words to find the organization by; lists filter by them.',
      default: {},
    }),
    allowed_regions: optional(setOf(text({ min: 1, max: 64 }), { min: 1, max: 64 }), {
      description: 'The regions whose workspace providers may be allowed to it. Null allows every region.',
    }),
    cordon_reason: optional(text({ min: 1, max: 256 }), {
      description: 'While set, nothing new is created in the organization, and this says why.',
    }),
    deletion_protection: defaulted(boolean(), {
      description:
        'While true the server refuses to delete the organization. Set it to false and apply before destroying.',
      default: false,
    }),
    force_destroy: defaulted(boolean(), {
      description:
        'Whether a deletion gives up on clusters that are gone for good, leaving behind what is in them, and in the others deletes namespaces with what people keep there. Set it and apply before destroying.',
      default: false,
      whileDeleting: true,
    }),
    default: computed(boolean(), {
      description: 'Whether it is the default organization, which `deployment` decides.',
      derived: true,
      notInState: true,
    }),
    namespaces: computed(mapOf(text()), {
      description: 'Its namespace in each workspace provider, by provider name.',
      derived: true,
      notInState: true,
    }),
  },
})
