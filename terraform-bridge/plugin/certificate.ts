// A self-signed certificate for one run of the process: P-256, for localhost, in DER (RFC 5280).
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { certificatePem } from './pem.ts'

// By hand, because every run of Terraform waits for it: @peculiar/x509 2.2 and selfsigned 5.5 take 70 ms from import to
// certificate and bring 20 packages into the bundle, this file takes 15 ms.

export interface Certificate {
  /** PKCS #8, PEM. */
  key: string
  /** PEM. */
  certificate: string
  der: Buffer
}

const oids = {
  ecdsaWithSha256: '2a8648ce3d040302',
  commonName: '550403',
  subjectAltName: '551d11',
}
const day = 24 * 60 * 60 * 1000

/** Valid from a day before `now`, so that clocks may disagree, for a year. */
export const selfSigned = (now = Date.now()): Certificate => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = sequence(oid(oids.ecdsaWithSha256))
  const localhost = sequence(set(sequence(oid(oids.commonName), utf8('localhost'))))
  const toBeSigned = sequence(
    tagged(0, integer(Buffer.from([2]))),
    integer(serialNumber()),
    algorithm,
    localhost,
    sequence(time(now - day), time(now + 365 * day)),
    localhost,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(3, sequence(sequence(oid(oids.subjectAltName), octets(sequence(dnsName('localhost')))))),
  )
  const der = sequence(toBeSigned, algorithm, bits(sign('sha256', toBeSigned, privateKey)))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: certificatePem(der),
    der,
  }
}

// Positive and without a leading zero byte, whatever was drawn.
const serialNumber = (): Buffer => {
  const serial = randomBytes(16)
  serial[0] = (serial[0]! & 0x3f) | 0x40
  return serial
}

const element = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const { length } = body
  const header =
    length < 0x80
      ? [tag, length]
      : length < 0x100
        ? [tag, 0x81, length]
        : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(header), body])
}

const sequence = (...parts: Buffer[]): Buffer => element(0x30, ...parts)
const set = (...parts: Buffer[]): Buffer => element(0x31, ...parts)
const tagged = (tag: number, part: Buffer): Buffer => element(0xa0 | tag, part)
const integer = (bytes: Buffer): Buffer => element(0x02, bytes)
const bits = (bytes: Buffer): Buffer => element(0x03, Buffer.from([0]), bytes)
const octets = (bytes: Buffer): Buffer => element(0x04, bytes)
const oid = (hex: string): Buffer => element(0x06, Buffer.from(hex, 'hex'))
const utf8 = (text: string): Buffer => element(0x0c, Buffer.from(text))
const dnsName = (name: string): Buffer => element(0x82, Buffer.from(name))

// UTCTime until 2049, GeneralizedTime from 2050 on.
const time = (milliseconds: number): Buffer => {
  const digits = new Date(milliseconds).toISOString().replace(/[-:T]|\..*/g, '')
  return digits < '2050'
    ? element(0x17, Buffer.from(`${digits.slice(2)}Z`))
    : element(0x18, Buffer.from(`${digits}Z`))
}
