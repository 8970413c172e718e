// Makes errors and warnings as Terraform shows them: a summary, a detail, and the attribute at fault.
import type { AttributePath_Step, Diagnostic } from './messages/tfplugin6.ts'
import { Diagnostic_Severity as Severity } from './messages/tfplugin6.ts'

/** An attribute's name, an index in a list, a key in a map, or some element of a set. */
export type Step = string | { readonly index: number } | { readonly key: string } | { readonly element: '*' }
export type Path = readonly Step[]

/** `summary` is a title without full stop; `detail` says what to do. */
export const error = (summary: string, detail: string, path: Path = []): Diagnostic =>
  diagnostic(Severity.ERROR, summary, detail, path)

export const warning = (summary: string, detail: string, path: Path = []): Diagnostic =>
  diagnostic(Severity.WARNING, summary, detail, path)

/** The path as a person would write it in a configuration: `rules[0].labels["team"]`. */
export const pathText = (path: Path): string => {
  const text = path.map((step) => {
    if (typeof step === 'string') return `.${step}`
    if ('index' in step) return `[${step.index}]`
    return 'key' in step ? `[${JSON.stringify(step.key)}]` : '[*]'
  })
  return text.join('').replace(/^\./, '')
}

/** Set elements have no address, so a path through a set stops at the set. */
export const pathSteps = (path: Path): AttributePath_Step[] => {
  const set = path.findIndex((step) => typeof step === 'object' && 'element' in step)
  return path.slice(0, set < 0 ? undefined : set).map((step) => ({ selector: selector(step) }))
}

const selector = (step: Step): AttributePath_Step['selector'] => {
  if (typeof step === 'string') return { $case: 'attributeName', value: step }
  if ('index' in step) return { $case: 'elementKeyInt', value: step.index }
  return { $case: 'elementKeyString', value: 'key' in step ? step.key : step.element }
}

// Terraform points at a line only for some paths, so the detail names the attribute as well.
const diagnostic = (severity: Severity, summary: string, detail: string, path: Path): Diagnostic => {
  if (path.length === 0) return { severity, summary, detail }
  return {
    severity,
    summary,
    detail: `${detail}\n\nAttribute: ${pathText(path)}`,
    attribute: { steps: pathSteps(path) },
  }
}
