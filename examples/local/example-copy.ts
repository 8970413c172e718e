// Copies an example, without what somebody's Terraform may have left in the original.
import { cp } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

const examples = fileURLToPath(new URL('..', import.meta.url))

/** Copies the files of `examples/<path>` into the folder `into`. */
export const copyExample = (path: string, into: string) =>
  cp(`${examples}${path}`, into, {
    recursive: true,
    filter: (source) => !/^\.terraform|\.tfstate(\.|$)/.test(basename(source)),
  })
