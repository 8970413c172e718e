// Null, empty and unknown in Terraform: three things, for every optional attribute.
import { expect } from 'chai'
import type { Shape } from '../../schemas/vocabulary.ts'
import { flat, type Project, startProject } from '../support/terraform/project.ts'
import { everyResource, type Optional, optional, rewritten } from './every-resource.ts'

/** Without entries beside the list of all. */
const written = (as: (it: Optional) => string | undefined) =>
  rewritten(as).replace(/^resource "polder_workspace_provider_allowlist_entry" [\s\S]*?^\}\n/m, '')

const emptyOf = ({ attribute: { shape } }: Optional): string | undefined =>
  (({ text: '""', set: '[]', map: '{}' }) as Partial<Record<Shape['kind'], string>>)[shape.kind]

const refusesEmpty = ({ attribute: { shape } }: Optional): boolean => {
  if (shape.kind === 'set') return (shape.min ?? 0) > 0
  if (shape.kind !== 'text') return false
  const { min = 0, matches, oneOf } = shape
  return min > 0 || oneOf !== undefined || (matches !== undefined && !matches.test(''))
}

/** A value that is known only after apply. */
const unknownOf = ({ attribute: { shape } }: Optional): string => {
  const later = 'terraform_data.later.id'
  if (shape.kind === 'boolean') return `${later} == "x"`
  if (shape.kind === 'integer') return `length(${later})`
  if (shape.kind === 'map') return `{ later = ${later} }`
  if (shape.kind === 'object') return `{ ${Object.keys(shape.attributes)[0]} = ${later} }`
  if (shape.kind !== 'set') return later
  return shape.of.kind === 'object' ? `${later} == "x" ? [] : [{ key = "x" }]` : `[${later}]`
}

const later = 'resource "terraform_data" "later" {}\n'

// biome-ignore lint/suspicious/noExplicitAny: what a plan shows is looked into
type Change = { after: any; after_unknown: any; after_sensitive: any }

describe('null, empty and unknown', function () {
  this.timeout(120_000)
  let project: Project
  const plans: Record<string, Record<string, Change>> = {}
  let refusals: string
  const planned = async (configuration: string) => {
    await project.write(configuration)
    const { status, stderr } = await project.terraform.plan('-refresh=false')
    expect(status, stderr).to.be.oneOf([0, 2])
    type Changed = { type: string; change: Change }
    return Object.fromEntries(
      (await project.terraform.planned()).resource_changes.map(({ type, change }: Changed) => [
        type.replace('polder_', ''),
        change,
      ]),
    )
  }
  before(async () => {
    project = await startProject()
    await project.apply(everyResource)
    plans.absent = await planned(written(() => undefined))
    plans.null = await planned(written(() => 'null'))
    plans.empty = await planned(written((it) => (refusesEmpty(it) ? undefined : emptyOf(it))))
    plans.unknown = await planned(later + written(unknownOf))
    plans.sensitive = await planned(
      written((it) => `sensitive(${emptyOf(it) === undefined || refusesEmpty(it) ? 'null' : emptyOf(it)})`),
    )
    const nullEntry = (it: Optional) => (it.attribute.shape.kind === 'map' ? '{ gone = null }' : undefined)
    const refused = written((it) => (refusesEmpty(it) ? emptyOf(it) : nullEntry(it)))
    // What refers to something refused is not even looked at.
    await project.write(refused.replaceAll(/polder_organization\.it\.\w+/g, '"acme"'))
    refusals = flat((await project.terraform.run('validate')).stderr)
  })
  after(() => project?.stop())

  for (const one of optional) {
    const { noun, name, attribute } = one
    const called = `${noun}.${name}`
    const { presence, default: given, unmanaged, follows, fallback } = attribute

    it(`TF-09 null and absent are the same: ${called}`, () => {
      const left = plans.absent![noun]!.after[name]
      expect(plans.null![noun]!.after[name]).to.deep.equal(left)
      if (!unmanaged && !follows && !fallback) {
        expect(left).to.deep.equal(presence === 'optional' ? null : given)
      }
    })

    const empty = emptyOf(one)
    if (empty !== undefined && refusesEmpty(one)) {
      it(`TF-09 empty is refused, and never taken for null: ${called}`, () => {
        const block = refusals.split('Error: ').filter((text) => text.includes(`with polder_${noun}.it,`))
        expect(block.some((text) => text.includes(`Attribute: ${name}`))).to.equal(true)
      })
    } else if (empty !== undefined) {
      it(`TF-09 empty is empty: ${called}`, () => {
        expect(plans.empty![noun]!.after[name]).to.deep.equal(JSON.parse(empty))
      })
    }

    if (attribute.shape.kind === 'map') {
      it(`TF-09 S6 a null entry is refused, and never taken for an absent one: ${called}`, () => {
        const block = refusals.split('Error: ').filter((text) => text.includes(`with polder_${noun}.it,`))
        const entry = block.find((text) => text.includes(`Attribute: ${name}["gone"]`))
        expect(entry).to.include('An entry is never null. Give it a value, or leave its key out.')
      })
    }

    it(`TF-10 unknown is planned as unknown: ${called}`, () => {
      expect(plans.unknown![noun]!.after_unknown).to.have.property(name)
    })

    it(`TF-10 a sensitive value is planned as any other: ${called}`, () => {
      const like = empty === undefined || refusesEmpty(one) ? plans.null! : plans.empty!
      expect(plans.sensitive![noun]!.after[name]).to.deep.equal(like[noun]!.after[name])
    })
  }

  it('TF-09 null resets and absent keeps over REST, in a merge', async () => {
    const { body } = await project.api.request('GET', '/v1/users/alice')
    const path = `/v1/users/${body.id}`
    expect((await project.api.request('PATCH', path, { suspended: false })).body.name).to.equal(
      'Alice Liddell',
    )
    expect((await project.api.request('PATCH', path, { name: null })).body.name).to.equal('alice')
  })

  it('TF-10 a configuration whose keys are unknown is validated and planned', async () => {
    const unknown = `${later}
resource "polder_organization" "it" { name = "o-\${terraform_data.later.id}" }
resource "polder_custom_role" "it" {
  organization = terraform_data.later.id
  name         = terraform_data.later.id
  permissions  = terraform_data.later.id == "x" ? [] : [{ resource = "workspace", action = terraform_data.later.id, scope = "all" }]
}
resource "polder_org_membership" "it" {
  organization = terraform_data.later.id
  user         = terraform_data.later.id
}
resource "polder_workspace_provider" "it" {
  name      = terraform_data.later.id
  namespace = terraform_data.later.id
  token     = terraform_data.later.id
  cluster   = { server = terraform_data.later.id }
}
`
    expect(await project.plan(unknown, '-state=other.tfstate')).to.have.length(5)
  })
})
