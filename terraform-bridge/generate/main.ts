// Writes everything that is generated; with `--check` it names what is stale instead, the ignored bindings aside.
import { resolve } from 'node:path'
import { generateBindingsApi } from './bindings-api.ts'
import { generateDocs } from './docs.ts'
import { freshBindings } from './fresh-bindings.ts'
import { generateImportCommands } from './import-commands.ts'
import { generateMessages } from './messages.ts'
import { type Artefact, refresh, stale } from './refresh.ts'

const artefacts: Artefact[] = [
  { folder: 'terraform-bridge/protocol/messages', write: generateMessages },
  { folder: 'terraform-bridge/docs', write: generateDocs },
  { folder: 'terraform-bridge', write: generateBindingsApi, only: 'API.md' },
  { folder: 'examples/resources', write: generateImportCommands, only: 'import.sh' },
]

const root = resolve(import.meta.dirname, '../..')
if (process.argv.includes('--check')) {
  const found = (await Promise.all(artefacts.map((it) => stale(root, it)))).flat()
  for (const line of found) console.error(line)
  if (found.length > 0) console.error('Run `npm run generate` and commit what it writes.')
  process.exitCode = found.length > 0 ? 1 : 0
} else await Promise.all(artefacts.map((it) => refresh(root, it)))
await freshBindings()
