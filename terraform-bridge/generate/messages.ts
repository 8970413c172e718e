// Writes the protocol's messages from its .proto file.
import { execFile } from 'node:child_process'
import { delimiter, dirname, resolve } from 'node:path'
import { promisify } from 'node:util'

const root = resolve(import.meta.dirname, '../..')
const protocol = resolve(root, 'terraform-bridge/protocol')

/** Writes what `terraform-bridge/protocol/messages/` should hold into `outDir`; needs no network. */
export const generateMessages = async (outDir: string): Promise<void> => {
  const buf = resolve(root, 'node_modules/@bufbuild/buf/bin/buf')
  // buf starts its plugin by the name `node`: let that be this one.
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter)
  await promisify(execFile)(process.execPath, [buf, 'generate', '--output', resolve(outDir)], {
    cwd: protocol,
    env: { ...process.env, PATH },
  })
}
