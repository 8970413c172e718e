// The built-in roles of which a rule, a statement or a first start must speak by name.

/** The site role that may do everything. One who holds it and can sign in always stays (P16). */
export const siteAdmin = 'site_admin'

/** The role of an organization of which somebody always holds it (TF-13). */
export const organizationManager = 'organization_manager'

/** The role of an organization that every member holds. */
export const organizationMember = 'organization_member'
