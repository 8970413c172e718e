// The keys that encrypt cluster credentials: the operator's, or one drawn beside the embedded database.
import { randomBytes } from 'node:crypto'
import { link, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../config.ts'

/** Two processes that draw at once agree on one: the link of the second fails. */
const draw = async (path: string) => {
  const partial = `${path}.${process.pid}`
  await writeFile(partial, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 })
  await link(partial, path).catch((cause) => {
    if (cause.code !== 'EEXIST') throw cause
  })
  await unlink(partial)
}

export const encryptionKeys = async (config: Config): Promise<readonly Buffer[]> => {
  if (config.encryptionKeys.length > 0) return config.encryptionKeys
  const path = join(config.dataDir, 'encryption.key')
  const read = () => readFile(path, 'utf8').catch(() => undefined)
  let text = await read()
  if (text === undefined) {
    await draw(path)
    text = await read()
  }
  const key = Buffer.from(text ?? '', 'base64')
  if (key.length !== 32)
    throw new Error(
      `${path} does not contain an encryption key of 32 bytes in base64. Restore the file from a backup.`,
    )
  return [key]
}
