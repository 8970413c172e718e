// UpgradeResourceIdentity: there is one version of identities so far, so they are passed on.
import type { Request, Response } from '../protocol/methods.ts'

export const upgradeResourceIdentity = ({
  rawIdentity,
}: Request<'upgradeResourceIdentity'>): Response<'upgradeResourceIdentity'> => ({
  upgradedIdentity: { identityData: { json: Buffer.from(rawIdentity?.json ?? []) } },
})
