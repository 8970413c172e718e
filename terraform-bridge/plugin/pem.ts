// PEM (RFC 7468) around certificates.

export const certificatePem = (der: Buffer): string => {
  // Whole matches: splitting at every 64th character would leave an empty line where the text ends at one.
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

/** The first certificate's bytes. */
export const certificateDer = (pem: string): Buffer => {
  const body = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/.exec(pem)?.[1]
  if (body === undefined) throw new Error('no certificate in the PEM text')
  return Buffer.from(body, 'base64')
}
