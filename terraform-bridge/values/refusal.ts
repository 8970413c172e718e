// Turns refusals of the API into diagnostics: the API's sentence, on the attribute that caused the refusal.
import type { Resource, Shape } from '../../schemas/vocabulary.ts'
import { ApiError, type ProblemDetails } from '../api-error.ts'
import { error, type Path, type Step } from '../protocol/diagnostic.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'
import { Unreachable } from '../unreachable.ts'

type Verb = 'create' | 'update'

/** Whatever was thrown, in words to act on. */
export const refusalOf = (reason: unknown, resource?: Resource, verb: Verb = 'create'): Diagnostic[] => {
  if (reason instanceof Unreachable)
    return [error('The Polder API cannot be reached', once(reason, reason.message, 'No answer from the API'))]
  if (!(reason instanceof ApiError)) {
    const detail = reason instanceof Error ? reason.message : String(reason)
    return [error('The request to the Polder API failed', detail)]
  }
  const { body } = reason
  if (body.status === 401)
    return [error(body.title, once(reason, `${body.detail}\n\n${tokenAdvice}`, 'The token is not accepted'))]
  return wordsOf(body, resource, verb).map(({ detail, path }) => error(body.title, detail, path))
}

/** The sentences of the API, each on its attribute, and what can be done about them in Terraform. */
export const wordsOf = (
  body: ProblemDetails,
  resource: Resource | undefined,
  verb: Verb,
): { detail: string; path: Path }[] => {
  const all = body.errors?.length ? body.errors : [{ attribute: body.attribute, detail: body.detail }]
  const advice = [blockers(body), nameAdvice(body, verb)]
  return all.map(({ attribute, detail }) => ({
    detail: [detail, ...advice].filter(Boolean).join('\n\n'),
    path: pathOf(resource, attribute ?? ''),
  }))
}

/** `cluster.server`, `labels["a"]` as steps; elements of a set have no address, so that which one is not said. */
export const pathOf = (resource: Resource | undefined, dotted: string): Path => {
  const path: Step[] = []
  let attributes = resource?.attributes
  let shape: Shape | undefined
  for (const [, name, index, key] of dotted.matchAll(/([A-Za-z0-9_]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g)) {
    if (name !== undefined) {
      shape = attributes?.[name]?.shape
      if (!shape) break
      path.push(name)
      attributes = shape.kind === 'object' ? shape.attributes : undefined
    } else if (key !== undefined && shape?.kind === 'map') path.push({ key: JSON.parse(key) })
    else if (index !== undefined && shape?.kind === 'set') {
      path.push({ element: '*' })
      attributes = shape.of.kind === 'object' ? shape.of.attributes : undefined
    }
  }
  return path
}

const blockers = ({ blockers = [], detail }: ProblemDetails): string =>
  blockers
    .filter(({ items }) => !items.every(({ name }) => detail.includes(name)))
    .map(({ resource, count, items }) => {
      const more = count > items.length ? ` and ${count - items.length} more` : ''
      return `${count} ${resource}: ${items.map(({ name }) => name).join(', ')}${more}.`
    })
    .join('\n')

const tokenAdvice =
  'Set `token` of the provider, or POLDER_TOKEN, to a valid token of the deployment that `url` leads to.'

// What fails for the same reason for every object of a run is told in full for the first of them.
const once = ({ told }: { told: Set<string> }, words: string, brief: string): string => {
  if (told.has(words)) return `${brief} for this object either. Another error of this run says why.`
  told.add(words)
  return words
}

const nameAdvice = ({ code, existing, attribute }: ProblemDetails, verb: Verb): string => {
  if (code !== 'taken' || !existing) return ''
  return verb === 'create'
    ? `To manage that object here, import it:\n  terraform import <address> ${existing.key}\nIf only its resource block was renamed, write a \`moved\` block. If this resource replaces that object, remove \`create_before_destroy\` from its lifecycle, or give the new object another name.`
    : `Two objects cannot swap \`${attribute}\` in one apply. Give one object a third \`${attribute}\` and apply, then give each object its own \`${attribute}\` and apply again.`
}
