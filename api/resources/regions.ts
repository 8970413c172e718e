// Says whether the regions of an organization allow a provider.

/** A provider without a region is in none of the allowed ones. */
export const allows = (allowed: readonly string[] | null, region: string | null) =>
  allowed === null || (region !== null && allowed.includes(region))

export const inWords = (region: string | null) => (region === null ? 'no region' : `region \`${region}\``)
