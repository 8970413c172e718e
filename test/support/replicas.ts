// Several processes of the API on one database, as a deployment runs them.
import { startApiProcess } from '../bench/api-process.ts'
import { asking } from './api.ts'
import { testDatabase } from './database/database.ts'

/** `env` is added to the environment of each. */
export const startReplicas = async (count: number, env: NodeJS.ProcessEnv = {}) => {
  const database = await testDatabase()
  const { databaseUrl, adminToken, encryptionKeys } = database.config
  const settings = {
    DATABASE_URL: databaseUrl,
    POLDER_ENCRYPTION_KEY: encryptionKeys[0]!.toString('base64'),
    POLDER_ADMIN_TOKEN: adminToken,
    ...env,
  }
  const processes = await Promise.all(Array.from({ length: count }, () => startApiProcess(settings)))
  return {
    database,
    /** Each asks one of them with a token, the administrator's unless given. */
    replicas: processes.map(({ url }) => ({
      url,
      as: (token: string) => asking(url, token),
      request: asking(url, adminToken!),
    })),
    async stop() {
      await Promise.all(processes.map((it) => it.stop()))
      await database.close()
    },
  }
}
