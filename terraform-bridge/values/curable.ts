// The refusals that another change of the same apply may cure: apply waits for that change.

/** Codes of the API, by the verb that is refused. */
export const curable = {
  create: new Set(['taken', 'namespace_owned', 'managed_elsewhere']),
  update: new Set(['taken', 'region_not_allowed']),
}
