// The provider's own certificate, and PEM around it.
import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto'
import { expect } from 'chai'
import { selfSigned } from '../../../terraform-bridge/plugin/certificate.ts'
import { certificateDer, certificatePem } from '../../../terraform-bridge/plugin/pem.ts'

describe('Certificate', () => {
  it('is for localhost, signed by itself, on P-256, and its key fits', () => {
    const { certificate, der, key } = selfSigned()
    const read = new X509Certificate(certificate)
    expect(read.raw.equals(der)).to.equal(true)
    expect(read).to.include({ subject: 'CN=localhost', issuer: 'CN=localhost' })
    expect(read.subjectAltName).to.equal('DNS:localhost')
    expect(read.verify(read.publicKey)).to.equal(true)
    expect(read.publicKey.asymmetricKeyDetails).to.include({ namedCurve: 'prime256v1' })
    expect(read.checkPrivateKey(createPrivateKey(key))).to.equal(true)
  })

  it('is valid from a day ago, for a year', () => {
    const { certificate } = selfSigned(Date.UTC(2031, 0, 2, 3, 4, 5))
    const read = new X509Certificate(certificate)
    expect(read.validFromDate).to.deep.equal(new Date('2031-01-01T03:04:05Z'))
    expect(read.validToDate).to.deep.equal(new Date('2032-01-02T03:04:05Z'))
  })

  it('is valid beyond 2049, when X.509 spells time with four digits of the year', () => {
    const read = new X509Certificate(selfSigned(Date.UTC(2049, 6, 1)).certificate)
    expect(read.validFromDate).to.deep.equal(new Date('2049-06-30T00:00:00Z'))
    expect(read.validToDate).to.deep.equal(new Date('2050-07-01T00:00:00Z'))
  })

  it('has a serial number that is positive and 16 bytes long, whatever was drawn', () => {
    for (let draw = 0; draw < 50; draw++) {
      expect(new X509Certificate(selfSigned().der).serialNumber).to.match(/^[4-7][0-9A-F]{31}$/)
    }
  })
})

describe('PEM', () => {
  it('has no line that is empty or longer than 64 characters, for every size', () => {
    for (let size = 1; size <= 600; size++) {
      const [begin, ...lines] = certificatePem(randomBytes(size)).split('\n')
      expect(begin).to.equal('-----BEGIN CERTIFICATE-----')
      expect(lines.splice(-2)).to.deep.equal(['-----END CERTIFICATE-----', ''])
      for (const line of lines.slice(0, -1)) expect(line).to.have.length(64)
      expect(lines.at(-1)).to.match(/^.{1,64}$/)
    }
  })

  it('gives back the bytes it was made of, for every size', () => {
    for (let size = 1; size <= 600; size++) {
      const der = randomBytes(size)
      expect(certificateDer(certificatePem(der)).equals(der)).to.equal(true)
    }
  })

  it('reads the first certificate, whatever the ends of lines', () => {
    const first = selfSigned()
    const pem = `${first.certificate}${selfSigned().certificate}`.replaceAll('\n', '\r\n')
    expect(certificateDer(pem).equals(first.der)).to.equal(true)
  })

  it('says so when there is no certificate', () => {
    expect(() => certificateDer(selfSigned().key)).to.throw('no certificate in the PEM text')
  })
})
