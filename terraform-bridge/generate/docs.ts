// Writes the documentation in the registry's form: a page for the provider, and for each resource and data source.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { offeredAs, pluralOf } from '../../schemas/index.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import { dataSourceBlock, pluralBlock, providerBlock, resourceBlock } from '../values/block.ts'
import { typeNameOf } from '../values/type-name.ts'
import { importCommands } from './import-commands.ts'
import { fence, page } from './page.ts'
import { importStrings, sampleAddress, sampleId, sampleKey } from './sample.ts'
import { schemaSection } from './schema-section.ts'

const examples = resolve(import.meta.dirname, '../../examples/resources')

/** Writes `index.md`, `resources/<noun>.md`, `data-sources/<noun>.md` and `data-sources/<plural>.md` into `outDir`. */
export const generateDocs = async (outDir: string): Promise<void> => {
  const write = async (name: string, content: string) => {
    await mkdir(dirname(join(outDir, name)), { recursive: true })
    await writeFile(join(outDir, name), content)
  }
  await write('index.md', providerPage())
  for (const resource of offeredAs('resource')) {
    const example = await readFile(join(examples, resource.name, 'resource.tf'), 'utf8')
    await write(`resources/${resource.name}.md`, resourcePage(resource, example))
  }
  for (const resource of offeredAs('data source')) {
    await write(`data-sources/${resource.name}.md`, dataSourcePage(resource))
    await write(`data-sources/${pluralOf(resource)}.md`, pluralPage(resource))
  }
}

const providerPage = () =>
  page('polder Provider', 'polder Provider', providerBlock.description!, [
    '## Example Usage',
    fence(
      'terraform',
      `terraform {
  required_providers {
    polder = {
      source = "polder/polder"
    }
  }
}

# Address and token come from POLDER_URL and POLDER_TOKEN.
provider "polder" {}
`,
    ),
    schemaSection(providerBlock),
    '## Resources',
    offeredAs('resource')
      .map((it) => `- [\`${typeNameOf(it)}\`](resources/${it.name}.md): ${it.description}\n`)
      .join(''),
    '## CDKTF and CDK Terrain',
    'In a checkout, `npm run generate` writes bindings for TypeScript into `terraform-bridge/bindings/cdktf` and `terraform-bridge/bindings/cdktn`; `terraform-bridge/API.md` shows what they offer, and `examples/tenant-cdktf` is a program. A write-only attribute is an ordinary property there. Give the property an ephemeral variable, since a literal would be written to the synthesized JSON.',
    fence(
      'typescript',
      `const token = new TerraformVariable(this, 'token', { type: 'string', sensitive: true })
token.addOverride('ephemeral', true)
new WorkspaceProvider(this, 'gpu', { name: 'gpu', namespace: 'gpu', token: token.stringValue, tokenVersion: 1 })
`,
    ),
    'Do not refer to a value of a map by `.get(key)`: Terraform does not read its output. Refer to the whole map, or keep the value in your program.',
  ])

const resourcePage = (resource: Resource, example: string) => {
  const name = typeNameOf(resource)
  return page(`${name} Resource`, `${name} (Resource)`, resource.description, [
    '## Example Usage',
    fence('terraform', example),
    schemaSection(resourceBlock(resource), resource.attributes),
    '## Import',
    'With the command, by natural key or by id:',
    fence('shell', importCommands(resource)),
    'With a block (Terraform 1.5), or by identity (1.12):',
    fence('terraform', importBlocks(resource)),
  ])
}

const dataSourcePage = (resource: Resource) => {
  const name = typeNameOf(resource)
  const block = dataSourceBlock(resource)
  return page(`${name} Data Source`, `${name} (Data Source)`, block.description!, [
    '## Example Usage',
    fence('terraform', dataSource(name, 'example', sampleKey(resource))),
    schemaSection(block),
  ])
}

const pluralPage = (resource: Resource) => {
  const name = `polder_${pluralOf(resource)}`
  const block = pluralBlock(resource)
  return page(`${name} Data Source`, `${name} (Data Source)`, block.description!, [
    '## Example Usage',
    fence('terraform', dataSource(name, 'all', {})),
    schemaSection(block),
  ])
}

const importBlocks = (resource: Resource) => `import {
  to = ${sampleAddress(resource)}
  id = "${importStrings(resource)[0]}"
}

import {
  to       = ${sampleAddress(resource)}
  identity = { id = "${sampleId(resource)}" }
}
${resource.singleton || resource.key.length === 0 ? '' : identityByKey(resource)}`

const identityByKey = (resource: Resource) => {
  const key = Object.entries(sampleKey(resource)).map(([name, value]) => `${name} = "${value}"`)
  return `
import {
  to       = ${sampleAddress(resource)}
  identity = { ${key.join(', ')} }
}
`
}

const dataSource = (type: string, label: string, values: Record<string, string>) => {
  const width = Math.max(0, ...Object.keys(values).map((it) => it.length))
  const lines = Object.entries(values).map(([name, value]) => `  ${name.padEnd(width)} = "${value}"\n`)
  return `data "${type}" "${label}" {${lines.length > 0 ? '\n' : ''}${lines.join('')}}\n`
}
