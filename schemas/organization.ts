// An organization: the tenant that workspaces, images and roles belong to.
import { displayName, name } from './name.ts'
import { namespaceMetadata } from './namespace-metadata.ts'
import { resource } from './resource.ts'
import { boolean, computed, defaulted, mapOf, optional, required, setOf, text } from './vocabulary.ts'

export const organization = resource({
  name: 'organization',
  prefix: 'org',
  description:
    'A tenant, which ties together users, workspaces and images. Every workspace and every image belongs to exactly one organization.',
  key: ['name'],
  place: 'id',
  fallback: 'default_organization',
  clustered: 'deleted later',
  attributes: {
    name: required(name(32), {
      description: 'URL-safe name, unique in the deployment. The name can be changed in place.',
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
        description: 'Address of an image for the organization, as an https URL.',
        refuse: (it: string) =>
          URL.canParse(it) ? undefined : 'The URL has no valid host or port. Correct them.',
      },
    ),
    labels: defaulted(mapOf(text({ max: 63 }), { max: 64 }), {
      description: 'Labels of the organization, by which lists can be filtered.',
      default: {},
    }),
    allowed_regions: optional(setOf(text({ min: 1, max: 64 }), { min: 1, max: 64 }), {
      description:
        'The regions whose workspace providers may allow the organization. Null means every region.',
    }),
    cordon_reason: optional(text({ min: 1, max: 256 }), {
      description: 'Why nothing new is created in the organization, while set.',
    }),
    ...namespaceMetadata(
      'the namespaces that the organization has for itself (`namespace_mode` `per_organization`). Where a provider has the same key, the value of the organization holds.',
    ),
    paused: defaulted(boolean(), {
      description:
        'While true, Polder writes nothing of the organization to any cluster and repairs nothing there. Deletions wait until `paused` is false.',
      default: false,
      whileDeleting: true,
    }),
    deletion_protection: defaulted(boolean(), {
      description:
        'While true, the server refuses to delete the organization. Set `deletion_protection` to false and apply before destroying.',
      default: false,
    }),
    force_destroy: defaulted(boolean(), {
      description:
        'Whether a deletion gives up on clusters that are gone for good, leaving their objects behind, and deletes namespaces in the other clusters with everything that people keep there. Set `force_destroy` and apply before destroying.',
      default: false,
      whileDeleting: true,
    }),
    default: computed(boolean(), {
      description: 'Whether this is the default organization, which `deployment` names.',
      derived: true,
      notInState: true,
    }),
    namespaces: computed(mapOf(text()), {
      description: 'The namespace of the organization in each workspace provider, by provider name.',
      derived: true,
      notInState: true,
    }),
  },
})
