// Writes the commands that bring an existing object under Terraform, one file for each resource.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { offeredAs } from '../../schemas/index.ts'
import type { Resource } from '../../schemas/vocabulary.ts'
import { mark } from './mark.ts'
import { importStrings, sampleAddress } from './sample.ts'

/** Writes `<noun>/import.sh` into `outDir`. */
export const generateImportCommands = async (outDir: string): Promise<void> => {
  for (const resource of offeredAs('resource')) {
    await mkdir(join(outDir, resource.name), { recursive: true })
    await writeFile(join(outDir, resource.name, 'import.sh'), `# ${mark}\n${importCommands(resource)}`)
  }
}

/** One line for each way to name the object. */
export const importCommands = (resource: Resource): string =>
  importStrings(resource)
    .map((it) => `terraform import ${sampleAddress(resource)} ${it}\n`)
    .join('')
