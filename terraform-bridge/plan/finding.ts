// A refusal that a plan expects of its apply, and the three diagnostics it can become.
import { error, type Path, warning } from '../protocol/diagnostic.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'

export interface Finding {
  /** Names the object: core prints only the first of the warnings with one summary. */
  readonly summary: string
  readonly detail: string
  readonly path: Path
}

export const asWarning = ({ summary, detail, path }: Finding): Diagnostic => warning(summary, detail, path)

// Core plans normally before it destroys, so that either error would keep a stack that failed half-way from going.
const destroy = 'To destroy this stack anyway, run `terraform destroy -refresh=false`'

/** Where `plan_refusals` says so. */
export const asGate = ({ summary, detail, path }: Finding): Diagnostic =>
  error(summary, `${detail}\n\n\`plan_refusals\` is \`error\`, so the plan stops here. ${destroy}.`, path)

/** Where apply would destroy the old object before the new one is refused. */
export const asLoss = ({ summary, detail, path }: Finding): Diagnostic =>
  error(
    summary,
    `${detail}\n\nThis plan replaces an object, and apply would destroy the old object first, so the plan stops here. ${destroy}, or revert the change that forces the replacement.`,
    path,
  )
