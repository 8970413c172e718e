// A certificate authority kept in two files, for the servers and clients of one local cluster.
import 'reflect-metadata'
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type JsonName,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'

/** A certificate and its private key (PKCS #8), both PEM. */
export interface Identity {
  certificate: string
  key: string
}

export interface CertificateAuthority {
  /** PEM, for whoever must trust what this authority signs. */
  certificate: string
  issueServer(hosts: string[]): Promise<Identity>
  /** Kubernetes reads the common name as the user and the organizations as the groups. */
  issueClient(commonName: string, groups?: string[], notAfter?: Date): Promise<Identity>
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' }
const signingAlgorithm = { name: 'ECDSA', hash: 'SHA-256' }
const inYears = (years: number) => new Date(Date.now() + years * 365 * 86_400_000)
// Backdated, because a certificate must also hold for a process whose clock reads a moment earlier.
const anHourBefore = (moment: Date) => new Date(Math.min(moment.getTime(), Date.now()) - 3_600_000)

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()
const signer = (key: KeyObject) => key.toCryptoKey(curve, true, ['sign'])
const verifier = (key: KeyObject) => createPublicKey(key).toCryptoKey(curve, true, ['verify'])

/** Reads the authority in `directory`, or founds one there. */
export const certificateAuthority = async (directory: string): Promise<CertificateAuthority> => {
  const files = { certificate: join(directory, 'ca.crt'), key: join(directory, 'ca.key') }
  if (!existsSync(files.certificate)) await found(files)
  const certificate = readFileSync(files.certificate, 'utf8')
  const issuer = new X509Certificate(certificate).subject
  const signingKey = signer(createPrivateKey(readFileSync(files.key)))

  const issue = async (subject: JsonName, usage: ExtendedKeyUsage, notAfter: Date, hosts: string[]) => {
    const key = newKey()
    const names = hosts.map((value) => ({ type: isIP(value) ? 'ip' : 'dns', value }) as const)
    const signed = await X509CertificateGenerator.create({
      subject,
      issuer,
      notBefore: anHourBefore(notAfter),
      notAfter,
      publicKey: verifier(key),
      signingKey,
      signingAlgorithm,
      extensions: [
        new ExtendedKeyUsageExtension([usage]),
        ...(names.length > 0 ? [new SubjectAlternativeNameExtension(names)] : []),
      ],
    })
    return { certificate: `${signed.toString('pem')}\n`, key: pem(key) }
  }

  return {
    certificate,
    issueServer: (hosts) => issue([{ CN: [hosts[0]!] }], ExtendedKeyUsage.serverAuth, inYears(10), hosts),
    issueClient: (commonName, groups = [], notAfter = inYears(1)) => {
      const subject = [{ CN: [commonName] }, ...groups.map((group) => ({ O: [group] }))]
      return issue(subject, ExtendedKeyUsage.clientAuth, notAfter, [])
    },
  }
}

const found = async (files: { certificate: string; key: string }) => {
  const key = newKey()
  const certificate = await X509CertificateGenerator.create({
    subject: [{ CN: ['Polder local cluster'] }],
    issuer: [{ CN: ['Polder local cluster'] }],
    notBefore: anHourBefore(new Date()),
    notAfter: inYears(10),
    publicKey: verifier(key),
    signingKey: signer(key),
    signingAlgorithm,
    extensions: [
      new BasicConstraintsExtension(true, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  })
  writeFileSync(files.key, pem(key), { mode: 0o600 })
  writeFileSync(files.certificate, `${certificate.toString('pem')}\n`)
}
