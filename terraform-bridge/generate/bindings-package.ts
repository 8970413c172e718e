// Writes the manifest and the README that make a folder of bindings a package.
import { readFile } from 'node:fs/promises'
import { mark } from './mark.ts'

/** The framework is a peer, in the range that this repository tests with. */
export const packageManifest = async (framework: string): Promise<string> => {
  const root = new URL('../../package.json', import.meta.url)
  const { version, license, devDependencies } = JSON.parse(await readFile(root, 'utf8'))
  const content = {
    '//': mark,
    name: `polder-${framework}`,
    version,
    description: 'The resources and data sources of the Terraform provider polder/polder.',
    license,
    type: 'commonjs',
    main: 'lib/index.js',
    types: 'lib/index.d.ts',
    peerDependencies: { [framework]: devDependencies[framework], constructs: devDependencies.constructs },
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

export const packageReadme = (framework: string) => `<!-- ${mark} -->
# polder-${framework}

The resources and data sources of the Terraform provider \`polder/polder\`, for programs in TypeScript.

\`\`\`shell
npm install --install-links <this folder>
\`\`\`

Without \`--install-links\` npm makes a symbolic link, through which the bindings find another copy of
\`${framework}\` than your program does.

\`\`\`typescript
import { App, TerraformStack } from '${framework}'
import { Organization } from 'polder-${framework}/lib/organization'
import { PolderProvider } from 'polder-${framework}/lib/provider'

const app = new App()
const stack = new TerraformStack(app, 'tenants')
new PolderProvider(stack, 'polder')
new Organization(stack, 'acme', { name: 'acme' })
app.synth()
\`\`\`
`
