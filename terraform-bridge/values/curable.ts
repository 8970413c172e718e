// Refusals that another change of the same apply may be about to cure: apply waits for that, and a plan says so.

/** Codes of the API, by the verb that is refused. */
export const curable = {
  create: new Set(['taken', 'namespace_owned', 'managed_elsewhere']),
  update: new Set(['taken', 'region_not_allowed']),
}
