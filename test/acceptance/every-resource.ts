// A configuration with one instance of every resource, each called `it`, each with every optional attribute set.
import { sampleBody } from '../../api/http/document/sample.ts'
import { offeredAs } from '../../schemas/index.ts'
import { naturalKey } from '../../schemas/place.ts'
import type { Attribute, Resource, Shape } from '../../schemas/vocabulary.ts'

// Values that no schema thinks of: other spellings of what is equal, and more than one of a kind.
const written = `
resource "polder_organization" "it" {
  name            = "acme"
  display_name    = "Acme & Söhne"
  description     = "all of it"
  icon            = "https://example.com/acme.svg"
  labels          = { team = "platform", empty = "" }
  allowed_regions = ["eu", "us"]
  cordon_reason   = null
  namespace_labels      = { cost-center = "4711" }
  namespace_annotations = { contact = "platform" }
  paused          = true
}
resource "polder_deployment" "it" {
  default_organization = polder_organization.it.name
}
resource "polder_user" "it" {
  username        = "alice"
  email           = "Alice@Example.com"
  name            = "Alice Liddell"
  site_roles      = ["auditor"]
  suspended       = false
  service_account = true
}
resource "polder_org_membership" "it" {
  organization = polder_organization.it.name
  user         = polder_user.it.username
  roles        = [polder_custom_role.it.name, "organization-admin"]
}
resource "polder_custom_role" "it" {
  organization = polder_organization.it.id
  name         = "builder"
  display_name = "Builder"
  description  = "builds"
  permissions = [
    { resource = "workspace", action = "create", scope = "all" },
    { resource = "workspace", action = "read", scope = "own" },
  ]
  every_member = false
}
resource "polder_org_quota" "it" {
  organization       = polder_organization.it.name
  scope              = "member"
  workspace_provider = polder_workspace_provider.it.name
  limits             = { cpu = "1000m", memory = "2048Mi", gpu = "1", workspaces = 3 }
}
resource "polder_workspace_provider" "it" {
  name           = "gpu"
  display_name   = "GPU pool"
  region         = "eu"
  labels         = { tier = "gold" }
  namespace      = "gpu"
  namespace_mode = "per_organization"
  gpu_resource   = "amd.com/gpu"
  storage_class  = "fast"
  node_selector  = { disk = "ssd" }
  tolerations    = [{ key = "gpu", operator = "Exists", effect = "NoSchedule" }]
  egress         = "cidrs"
  egress_cidrs   = ["203.0.113.0/24", "2001:db8::/32"]
  pod_security   = "baseline"
  cpu_ratio      = 4
  default_limits = { cpu = "1000m", memory = "2048Mi", workspaces = 3 }
  max_load_balancers    = 1
  max_node_ports        = 2
  namespace_labels      = { tier = "gold" }
  namespace_annotations = { contact = "platform" }
  cordon_reason  = "full"
  paused         = true
  width          = 2
}
resource "polder_workspace_provider_allowlist_entry" "it" {
  workspace_provider = polder_workspace_provider.it.name
  organization       = polder_organization.it.name
}
`

/** To the instances of what a shape refers to; undefined where it holds no reference. */
const referring = (shape: Shape): string | undefined => {
  if (shape.kind === 'reference') return `polder_${shape.to}.it.id`
  return shape.kind === 'set' && shape.of.kind === 'reference' ? `[${referring(shape.of)}]` : undefined
}

/** What the schema says of a resource, where nothing is written of it. */
const fromSchema = (resource: Resource): string => {
  const body = Object.entries(sampleBody(resource)).filter(([name]) => {
    const { secret, view } = resource.attributes[name]!
    return !secret && !view
  })
  const lines = body.map(([name, value]) => {
    const { shape } = resource.attributes[name]!
    return `  ${name} = ${referring(shape) ?? JSON.stringify(value)}\n`
  })
  return `resource "polder_${resource.name}" "it" {\n${lines.join('')}}\n`
}

export const everyResource = [
  written,
  ...offeredAs('resource')
    .filter(({ name }) => !written.includes(`"polder_${name}" "it"`))
    .map(fromSchema),
].join('')

export interface Optional {
  noun: string
  name: string
  attribute: Attribute
}

/** Every attribute that may be left out, apart from secrets and keys. */
export const optional = offeredAs('resource').flatMap((resource) =>
  Object.entries(resource.attributes)
    .filter(([, { presence, secret }]) => (presence === 'optional' || presence === 'defaulted') && !secret)
    .filter(([name]) => !naturalKey(resource).includes(name))
    .map(([name, attribute]): Optional => ({ noun: resource.name, name, attribute })),
)

/** `everyResource` with each of these attributes written as said, or left out. */
export const rewritten = (as: (it: Optional) => string | undefined, attributes = optional): string =>
  everyResource
    .split(/^(?=resource )/m)
    .map((block) =>
      attributes
        .filter(({ noun }) => block.startsWith(`resource "polder_${noun}" `))
        .reduce((text, it) => {
          const old = new RegExp(`^  ${it.name} += (\\{[^}]*\\}|\\[\\n[^\\]]*\\]|.*)\n`, 'm')
          const value = as(it)
          const without = text.replace(old, '')
          return value === undefined ? without : without.replace(/\}\s*$/, `  ${it.name} = ${value}\n}\n`)
        }, block),
    )
    .join('')
