// SQL of the placements `x` of organizations: one for each cluster that a row `t` concerns.

/** The condition that ties them to `t`; `placed` is that of the rules. */
export const areOf = (placed: string) => `x.owner_type = 'organization' and ${placed}`

/** Whoever locks several locks them in this order. */
export const placementKey = 'x.workspace_provider_id, x.owner_id'
