// Every environment variable makes sense, or is named by a sentence.
import { expect } from 'chai'
import { configuration } from '../../api/config.ts'

const key = Buffer.alloc(32, 1)
const words = (environment: Record<string, string>) => {
  try {
    return JSON.stringify(configuration(environment))
  } catch (cause) {
    return (cause as Error).message
  }
}

describe('the configuration', () => {
  it('names the variable that makes no sense, and never repeats a secret', () => {
    expect(words({ PORT: 'http' })).to.match(/^PORT must be a whole number from 0 to 65535/)
    expect(words({ POLDER_RESYNC_SECONDS: '9' })).to.match(/^POLDER_RESYNC_SECONDS must be .* from 10/)
    expect(words({ POLDER_ALLOW_LOOPBACK_CLUSTERS: 'maybe' })).to.match(
      /^POLDER_ALLOW_LOOPBACK_CLUSTERS must be/,
    )
    expect(words({ POLDER_LOG_LEVEL: 'loud' })).to.match(/^POLDER_LOG_LEVEL must be one of/)
    for (const proxy of [
      'proxy.example.com',
      '10.0.0.0/33',
      '10.0.0/8',
      '::/129',
      '10.0.0.1/',
      '10.0.0.1/8/8',
    ]) {
      const told = words({ POLDER_TRUSTED_PROXIES: `10.0.0.1, ${proxy}` })
      expect(told).to.match(/^POLDER_TRUSTED_PROXIES must be addresses or networks/)
      expect(told).to.contain(`\`${proxy}\``)
    }
    const short = words({ POLDER_ENCRYPTION_KEY: 'hush' })
    expect(short).to.match(/^POLDER_ENCRYPTION_KEY must be 32 bytes/)
    expect(short).not.to.contain('hush')
    const weak = words({ POLDER_ADMIN_TOKEN: 'hush' })
    expect(weak).to.match(/^POLDER_ADMIN_TOKEN must be/)
    expect(weak).not.to.contain('hush')
  })

  it('asks for the encryption key beside DATABASE_URL', () => {
    expect(words({ DATABASE_URL: 'postgres://db/polder' })).to.match(
      /^DATABASE_URL needs POLDER_ENCRYPTION_KEY/,
    )
  })

  it('is complete without any variable', () => {
    expect(configuration({})).to.deep.include({ port: 7460, host: '127.0.0.1', resyncSeconds: 300 })
    expect(configuration({ XDG_DATA_HOME: '/data', POLDER_DATA_DIR: '/own' }).dataDir).to.equal('/own')
  })

  it('reads several keys in base64 or hexadecimal, the first of which encrypts', () => {
    const POLDER_ENCRYPTION_KEY = `${key.toString('base64')}, ${Buffer.alloc(32, 2).toString('hex')}`
    expect(configuration({ POLDER_ENCRYPTION_KEY }).encryptionKeys).to.deep.equal([key, Buffer.alloc(32, 2)])
  })
})
