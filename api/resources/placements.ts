// SQL of the placements `x` of organizations: one for each cluster that a row `t` concerns.

/** The condition that ties them to `t`; `held` is that of the rules. */
export const areOf = (held: string) => `x.owner_type = 'organization' and ${held}`

/** Whoever locks several locks them in this order. */
export const placementKey = 'x.workspace_provider_id, x.owner_id'
