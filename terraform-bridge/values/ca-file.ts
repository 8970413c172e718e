// Reads the certificate authorities of the API from `ca_file`.
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { error } from '../protocol/diagnostic.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'
import type { Authorities } from '../unreachable.ts'
import type { Setting } from './settings.ts'

interface Read {
  authorities?: Authorities
  diagnostics: Diagnostic[]
}

/** The certificates in the file, or what is wrong with it. Nothing else of what the file holds is repeated. */
export const readCaFile = ({ value: file, writtenIn, path }: Setting): Read => {
  const called = `The file \`${file}\`, which ${writtenIn} names,`
  const refused = (detail: string) => ({
    diagnostics: [error('Invalid CA file', `${called} ${detail}`, path)],
  })
  let content: Buffer
  try {
    content = readFileSync(file)
  } catch (reason) {
    return refused(unread(file, reason as NodeJS.ErrnoException))
  }
  const text = content.toString('latin1')
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? []
  const broken = certificates.findIndex((pem) => !isCertificate(pem))
  if (broken >= 0)
    return refused(
      `contains a certificate that cannot be read (number ${broken + 1}). Copy the certificate again.`,
    )
  if (certificates.length > 0)
    return { authorities: { ca: certificates.join('\n'), file, writtenIn }, diagnostics: [] }
  if (text.includes('PRIVATE KEY-----')) {
    return refused(
      'contains a private key and no certificate. Name the file with the certificate of the authority.',
    )
  }
  if (isCertificate(content)) {
    return refused(
      `contains a certificate in DER. Convert the certificate: openssl x509 -inform der -in ${file} -out ca.pem`,
    )
  }
  return refused('contains no certificate in PEM, which begins with `-----BEGIN CERTIFICATE-----`.')
}

const unread = (file: string, { code, message }: NodeJS.ErrnoException): string => {
  if (code === 'ENOENT') {
    const from = isAbsolute(file) ? '' : ` Relative paths begin in \`${process.cwd()}\`.`
    return `does not exist.${from}`
  }
  if (code === 'EISDIR') return 'is a directory. Name a file with certificates in PEM.'
  return code === 'EACCES' ? 'may not be read by this user.' : `cannot be read: ${message}.`
}

const isCertificate = (content: string | Buffer): boolean => {
  try {
    return new X509Certificate(content) !== undefined
  } catch {
    return false
  }
}
