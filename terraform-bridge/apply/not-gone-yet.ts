// The error for an object that a cluster has not deleted yet, with what to do next (S13).
import type { Attribute, Resource } from '../../schemas/vocabulary.ts'
import type { Row } from '../client.ts'
import { error } from '../protocol/diagnostic.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'
import { keyOf } from '../values/key.ts'
import { typeNameOf } from '../values/type-name.ts'
import { whyNot } from './waiting.ts'

/** `waited` in milliseconds. */
export const notGoneYet = (resource: Resource, row: Row, waited: number): Diagnostic => {
  const { name, attributes } = resource
  const called = `${name} \`${keyOf(resource, row).join('/')}\``
  return error(
    `Not gone from every cluster yet: ${called.replaceAll('`', '')}`,
    [
      `The ${called} is being deleted, but after ${waited / 1000} s a cluster still has objects of the ${name}.\n${whyNot(row)}`,
      'Destroy again to continue waiting.',
      ...credentialAdvice(resource),
      attributes.force_destroy
        ? `If the cluster is gone for good, set \`force_destroy\` to true ${how(resource)}. The objects in the cluster are left behind.`
        : `If the cluster is gone for good, delete the ${name} over the API with \`?force=true\`. The objects in the cluster are left behind.`,
    ].join('\n\n'),
  )
}

const credentialAdvice = (resource: Resource): string[] => {
  const secrets = Object.entries(resource.attributes).flatMap(([name, it]) =>
    isCredential(it) ? [name] : [],
  )
  if (secrets.length === 0) return []
  const ways = secrets.map((it) => `\`${it}\` and another \`${it}_version\``).join(', or ')
  return [`If the credential no longer works, set a new credential (${ways}) ${how(resource)}.`]
}

const isCredential = ({ secret, whileDeleting }: Attribute) => secret && whileDeleting

// Whatever else was destroyed would be created again.
const how = (resource: Resource) =>
  `in the resource block (restore the block if it was removed), apply that alone (\`terraform apply -target=${typeNameOf(resource)}.<name>\`), and destroy again`
