// Writes everything that is generated; with `--check` it writes nothing and names what is stale instead.
import { resolve } from 'node:path'
import { generateBindings } from './bindings.ts'
import { generateDocs } from './docs.ts'
import { generateImportCommands } from './import-commands.ts'
import { generateMessages } from './messages.ts'
import { type Artefact, refresh, stale } from './refresh.ts'

const artefacts: Artefact[] = [
  { folder: 'terraform-bridge/protocol/messages', write: generateMessages },
  { folder: 'terraform-bridge/docs', write: generateDocs },
  { folder: 'terraform-bridge/bindings/cdktf', write: (outDir) => generateBindings('cdktf', outDir) },
  { folder: 'terraform-bridge/bindings/cdktn', write: (outDir) => generateBindings('cdktn', outDir) },
  { folder: 'examples/resources', write: generateImportCommands, only: 'import.sh' },
]

const root = resolve(import.meta.dirname, '../..')
if (process.argv.includes('--check')) {
  const found = (await Promise.all(artefacts.map((it) => stale(root, it)))).flat()
  for (const line of found) console.error(line)
  if (found.length > 0) console.error('Run `npm run generate` and commit what it writes.')
  process.exitCode = found.length > 0 ? 1 : 0
} else await Promise.all(artefacts.map((it) => refresh(root, it)))
