// What Terraform's interruption leaves unknown.

/** Terraform asked to stop: before anything was sent, unless that is in doubt. */
export class Stopped extends Error {
  constructor(inDoubt = false) {
    super(
      inDoubt
        ? 'Terraform was interrupted when the connection had broken, so that it is not known whether this was done. Plan again: what was done is found then.'
        : 'Terraform was interrupted before this was sent; nothing was changed.',
    )
  }
}
