// The body and the answer of a dry run of many writes, as JSON Schema for the API document.
import { resources } from '../../../schemas/index.ts'
import { dryRun, mostItems } from '../batch/dry-run.ts'
import { ref, wholeOf } from './json-schema.ts'
import { sampleBody } from './sample.ts'

/** By name, for the components of the document. */
export const dryRunSchemas = () => {
  const item = wholeOf(dryRun)
  const body = { type: ['object', 'null'], description: dryRun.attributes.body.description }
  return {
    dry_run_create: {
      type: 'object',
      required: ['items'],
      properties: {
        items: {
          type: 'array',
          maxItems: mostItems,
          items: { ...item, properties: { ...(item.properties as object), body } },
        },
      },
      additionalProperties: false,
      examples: [{ items: [{ verb: 'create', type: resources[0]!.name, body: sampleBody(resources[0]!) }] }],
    },
    dry_run: {
      type: 'object',
      description: dryRun.description,
      required: ['status'],
      properties: {
        status: { type: 'integer', description: 'The HTTP status of the write.' },
        body: {
          description: 'The object after the write, or the refusal. Absent when the object is deleted.',
          anyOf: [...resources.map(({ name }) => ref(name)), ref('problem')],
        },
      },
    },
    dry_run_results: {
      type: 'object',
      required: ['results'],
      properties: {
        results: {
          type: 'array',
          description: 'The results, in the order of the items.',
          items: ref(dryRun.name),
        },
      },
    },
  }
}
