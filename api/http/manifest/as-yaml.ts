// Writes a manifest as YAML for people: what each part is for and what to do next, then the objects.
import { dump } from 'js-yaml'
import type { Scope } from '../../resources/manifest/account-rules.ts'
import { accountName, systemNamespace } from '../../resources/manifest/manifest.ts'
import type { KubernetesObject } from '../../resources/objects/object.ts'

const commented = (lines: readonly string[]) => lines.map((line) => `# ${line}`.trimEnd()).join('\n')

const steps = ({ mode, namespace }: Scope, isNew: boolean) => [
  `The permissions that Polder needs in a cluster for a workspace provider with the namespace_mode ${mode} and the`,
  `namespace ${namespace}, and no more.`,
  '',
  '1. Apply the objects as an administrator of the cluster: kubectl apply -f -',
  '2. Issue a token, and give it to the workspace provider as `token`:',
  `     kubectl --namespace ${systemNamespace} create token ${accountName(namespace)} --duration=8760h`,
  '   The API server may issue it for a shorter time. The condition CredentialFresh says when it is about to expire.',
  ...(mode === 'shared' && isNew
    ? [`3. Create the workspace provider with \`adopt\`: the namespace ${namespace} is made here and stays.`]
    : []),
]

const listing = [
  'Before Polder deletes a namespace, it lists what people keep there. Secrets are not listed: a quota counts them.',
  'Fetch the manifest again after you add custom resource definitions. A kind that may not be listed keeps namespaces',
  'from being deleted, which the condition RemovalAuthorized says before.',
]

const confined = [
  'The policy refuses whatever the service account changes, creates, deletes or connects to in other namespaces, which',
  'RBAC cannot say. Kubernetes has such policies since 1.30: an older one refuses the last two objects and takes the others.',
]
const unconfined = [
  'The cluster has no ValidatingAdmissionPolicy, which Kubernetes has since 1.30: nothing but RBAC confines the service account.',
]

/** One document for each object, in the order in which they are applied. `isNew`: the provider is created afterwards. */
export const asYaml = (scope: Scope, objects: readonly KubernetesObject[], isNew = false): string => {
  const isConfined = objects.some(({ kind }) => kind === 'ValidatingAdmissionPolicy')
  const notes = [steps(scope, isNew), ...(scope.mode === 'shared' && scope.adopt ? [] : [listing])]
  const all = [...notes, isConfined ? confined : unconfined]
  const head = commented(all.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])))
  // A rule is read best in three lines.
  const documents = objects.map((object) =>
    dump(object, { noRefs: true, lineWidth: -1, flowLevel: object.rules ? 3 : -1 }),
  )
  return `${head}\n${documents.map((it) => `---\n${it}`).join('')}`
}
