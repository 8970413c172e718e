// The permissions of the built-in organization roles: a listed action is allowed, every other action is refused.

/** `read`, `update` and `delete` reach every object of the organization; `…_own` the caller's own only. */
export const permissionMatrix = {
  organization_manager: {
    dev_url: ['read'],
    workspace: ['create', 'read', 'delete', 'delete_own', 'update', 'update_own'],
    image: ['create', 'read', 'delete', 'update'],
    image_tag: ['create', 'read', 'delete', 'update'],
    metrics: ['read', 'read_own'],
    org_membership: ['create', 'read', 'list', 'delete', 'update'],
    organization: ['read', 'list'],
    registry: ['create', 'read', 'delete', 'update'],
    system_banner: ['read'],
    user: ['read', 'read_own'],
  },
  organization_member: {
    dev_url: ['read'],
    workspace: ['create', 'read', 'delete_own', 'update_own'],
    image: ['create', 'read'],
    image_tag: ['create', 'read'],
    metrics: ['read_own'],
    org_membership: ['list'],
    organization: ['list'],
    registry: ['read'],
    system_banner: ['read'],
    user: ['read_own'],
  },
} as const
