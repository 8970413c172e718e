// Refuses plans that destroy protected or built-in objects (S17).
import type { Resource } from '../../schemas/vocabulary.ts'
import { error } from '../protocol/diagnostic.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'
import type { Entries } from '../protocol/value.ts'
import { typeNameOf } from '../values/type-name.ts'

/** Of an object that is destroyed, or that makes room for another one. */
export const destroyRefusals = (resource: Resource, prior: Entries): Diagnostic[] => {
  const called = `${resource.name} ${prior.name ?? prior.id}`
  if (prior.deletion_protection === true) {
    const detail = `The ${resource.name} \`${prior.name ?? prior.id}\` has \`deletion_protection\`. Set \`deletion_protection\` to false, apply, then destroy.`
    return [error(`Protected from deletion: ${called}`, detail, ['deletion_protection'])]
  }
  if (prior.built_in === true) {
    const detail = `The ${resource.name} \`${prior.name ?? prior.id}\` is built in and cannot be deleted. To stop managing the ${resource.name} in Terraform, remove its resource block and write:\n\n  removed {\n    from = ${typeNameOf(resource)}.<name>\n    lifecycle {\n      destroy = false\n    }\n  }`
    return [error(`Built in: ${called}`, detail)]
  }
  return []
}
