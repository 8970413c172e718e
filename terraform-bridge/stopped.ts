// The error of a request that Terraform's interruption kept from being sent, or left in doubt.

/** Terraform asked to stop: before anything was sent, unless that is in doubt. */
export class Stopped extends Error {
  constructor(inDoubt = false) {
    super(
      inDoubt
        ? 'Terraform was interrupted after the connection broke, so it is unknown whether the server made the change. Plan again: the plan shows what was done.'
        : 'Terraform was interrupted before the request was sent. Nothing was changed.',
    )
  }
}
