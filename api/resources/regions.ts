// Says whether the regions of an organization allow a provider.

/** A provider without a region is in none of the allowed ones. */
export const allows = (allowed: readonly string[] | null, region: string | null) =>
  allowed === null || (region !== null && allowed.includes(region))

export const inWords = (region: string | null) => (region === null ? 'no region' : `region \`${region}\``)

type Provider = { name: string; region: string | null }
type Organization = { name: string; allowed_regions: readonly string[] | null }

export const outsideRegions = (provider: Provider, { name, allowed_regions }: Organization) =>
  `The workspace provider \`${provider.name}\` has ${inWords(provider.region)}, and the organization \`${name}\` allows ` +
  `${allowed_regions?.join(', ')} only. Give the provider an allowed region, or change \`allowed_regions\` of the organization.`
