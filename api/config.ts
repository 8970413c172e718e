// Every environment variable of the API, read once.
import { BlockList, isIP } from 'node:net'
import { homedir } from 'node:os'
import { join } from 'node:path'

export type Config = {
  port: number
  host: string
  /** Where metrics are served; absent: nowhere. */
  metricsPort?: number
  /** Absent: the embedded PostgreSQL under `dataDir`. */
  databaseUrl?: string
  dataDir: string
  /** Sets the first administrator's token instead of drawing one. */
  adminToken?: string
  /** 32 bytes each; the first encrypts, all decrypt. Empty: generated beside the embedded database. */
  encryptionKeys: Buffer[]
  /** Kubeconfig of the cluster behind `built-in`; trusted, since it is the operator's. */
  kubeconfig?: string
  /** Whether Polder itself runs in a cluster. */
  inCluster: boolean
  allowLoopbackClusters: boolean
  resyncSeconds: number
  /** Requests per second for each token, five times as many at once; 0 means without limit. */
  rateLimit: number
  /** Failed authentications per second of each client address, five times as many at once; 0 means without limit. */
  failedAuthenticationLimit: number
  /** Proxies whose word on the client's address is taken. */
  trustedProxies: BlockList
  /** The longest life of a token that is issued over REST, in days; 0 means without limit. */
  tokenMaxDays: number
  /** How long a stopping server lets requests in progress go on. */
  drainSeconds: number
  logLevel: string
}

type Environment = Record<string, string | undefined>

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

const whole = (environment: Environment, name: string, fallback: number, min: number, max: number) => {
  const given = environment[name]
  if (given === undefined || given === '') return fallback
  const value = Number(given)
  if (Number.isInteger(value) && value >= min && value <= max) return value
  throw new Error(`${name} must be a whole number from ${min} to ${max}, not \`${given}\`.`)
}

const yes = (environment: Environment, name: string) => {
  const given = environment[name] ?? ''
  if (['', '0', 'false', 'no'].includes(given)) return false
  if (['1', 'true', 'yes'].includes(given)) return true
  throw new Error(`${name} must be true or false, not \`${given}\`.`)
}

const keys = (given = '') =>
  given
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => {
      const key = /^[0-9a-fA-F]{64}$/.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64')
      if (key.length === 32) return key
      throw new Error(
        'POLDER_ENCRYPTION_KEY must be 32 bytes in base64 or hexadecimal, or several of them separated by commas. ' +
          'Make one with: openssl rand -base64 32',
      )
    })

/** It opens everything, so that a word somebody might guess will not do. */
const adminToken = (given: string | undefined) => {
  if (!given || /^[!-~]{16,512}$/.test(given)) return given || undefined
  throw new Error(
    'POLDER_ADMIN_TOKEN must be 16 to 512 visible ASCII characters. Make one with: openssl rand -base64 32',
  )
}

const trustedProxies = (given = '') => {
  const list = new BlockList()
  for (const text of given.split(',').map((it) => it.trim())) {
    if (text === '') continue
    const [address = '', bits, ...more] = text.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    const most = family === 'ipv6' ? 128 : 32
    const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1
    if (isIP(address) === 0 || prefix < 0 || prefix > most || more.length > 0) {
      throw new Error(
        `POLDER_TRUSTED_PROXIES must be addresses or networks, such as 10.0.0.0/8, separated by commas, and \`${text}\` is neither.`,
      )
    }
    list.addSubnet(address, prefix, family)
  }
  return list
}

const dataDir = (environment: Environment) => {
  if (process.getuid?.() === 0) return '/var/lib/polder'
  return join(environment.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'polder')
}

/** Throws a sentence naming the variable when one makes no sense. */
export const configuration = (environment: Environment = process.env): Config => {
  const logLevel = environment.POLDER_LOG_LEVEL || 'info'
  if (!levels.includes(logLevel)) {
    throw new Error(`POLDER_LOG_LEVEL must be one of ${levels.join(', ')}, not \`${logLevel}\`.`)
  }
  const encryptionKeys = keys(environment.POLDER_ENCRYPTION_KEY)
  if (environment.DATABASE_URL && encryptionKeys.length === 0) {
    throw new Error(
      'DATABASE_URL needs POLDER_ENCRYPTION_KEY, which encrypts cluster credentials. ' +
        'Make one with: openssl rand -base64 32',
    )
  }
  return {
    port: whole(environment, 'PORT', 7460, 0, 65_535),
    host: environment.POLDER_HOST || '127.0.0.1',
    metricsPort: environment.POLDER_METRICS_PORT
      ? whole(environment, 'POLDER_METRICS_PORT', 0, 0, 65_535)
      : undefined,
    databaseUrl: environment.DATABASE_URL || undefined,
    dataDir: environment.POLDER_DATA_DIR || dataDir(environment),
    adminToken: adminToken(environment.POLDER_ADMIN_TOKEN),
    encryptionKeys,
    kubeconfig: environment.POLDER_KUBECONFIG || undefined,
    inCluster: Boolean(environment.KUBERNETES_SERVICE_HOST),
    allowLoopbackClusters: yes(environment, 'POLDER_ALLOW_LOOPBACK_CLUSTERS'),
    resyncSeconds: whole(environment, 'POLDER_RESYNC_SECONDS', 300, 10, 86_400),
    rateLimit: whole(environment, 'POLDER_RATE_LIMIT', 1000, 0, 1_000_000),
    failedAuthenticationLimit: whole(environment, 'POLDER_FAILED_AUTHENTICATION_LIMIT', 20, 0, 1_000_000),
    trustedProxies: trustedProxies(environment.POLDER_TRUSTED_PROXIES),
    tokenMaxDays: whole(environment, 'POLDER_TOKEN_MAX_DAYS', 0, 0, 36_500),
    drainSeconds: whole(environment, 'POLDER_DRAIN_SECONDS', 10, 0, 600),
    logLevel,
  }
}
