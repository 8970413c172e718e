// Labels and annotations that namespaces get from a provider and from an organization, beside those that confine them.
import { defaulted, mapOf, type Refused, text } from './vocabulary.ts'

/** Domains whose labels and annotations decide what a namespace may, each with whose they are. */
const reserved: Record<string, string> = {
  'polder.dev': 'Polder',
  'kubernetes.io': 'Kubernetes',
  'k8s.io': 'Kubernetes',
  'x-k8s.io': 'Kubernetes',
  'openshift.io': 'OpenShift',
  'gatekeeper.sh': 'Gatekeeper',
}
/** Namespaces with this label are left out of the checks of Gatekeeper and of other admission webhooks. */
const exempting = 'control-plane'

const subdomain = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/

const refusalOf = (key: string) => {
  const [domain] = key.includes('/') ? key.split('/') : [undefined]
  if (domain !== undefined && (domain.length > 253 || !subdomain.test(domain)))
    return 'What stands before the slash is a domain: labels of letters, digits and inner hyphens, joined by dots.'
  const owner = Object.keys(reserved).find((it) => domain === it || domain?.endsWith(`.${it}`))
  if (owner)
    return `Keys of \`${owner}\` belong to ${reserved[owner]}, and some decide what a namespace may. Leave the key out.`
  if (key === exempting)
    return `\`${exempting}\` exempts a namespace from admission checks. Choose another key.`
}

const refuseReserved = (them: Readonly<Record<string, string>>): Refused[] =>
  Object.keys(them).flatMap((key) => {
    const detail = refusalOf(key)
    return detail ? [{ at: `[${JSON.stringify(key)}]`, detail }] : []
  })

const keys =
  'Keys of Polder, Kubernetes, OpenShift and Gatekeeper are refused, since some of them decide what a namespace may.'

/** `where` says of which namespaces, and which value holds for a key that is given twice. */
export const namespaceMetadata = (where: string) => ({
  namespace_labels: defaulted(
    mapOf(
      text({
        matches: /^([A-Za-z0-9]([\w.-]*[A-Za-z0-9])?)?$/,
        words: 'letters, digits, and inner `-`, `_` and `.`',
        max: 63,
      }),
      { max: 32 },
    ),
    { description: `Labels of ${where} ${keys}`, default: {}, refuse: refuseReserved },
  ),
  namespace_annotations: defaulted(mapOf(text({ max: 511 }), { max: 32 }), {
    description: `Annotations of ${where} ${keys}`,
    default: {},
    refuse: refuseReserved,
  }),
})
