// Where the cluster of a provider is, and the credential that Polder has there.
import { pem } from './pem.ts'
import { integer, object, optional, required, text } from './vocabulary.ts'

export const clusterAccess = {
  cluster: optional(
    object({
      server: required(
        text({
          // The host is visible ASCII but for `#`, `/`, `?`, `@` and the backslash: other alphabets are written in
          // Punycode. The path has no percent signs, so that one place has one spelling.
          matches: /^https:\/\/[!-"$-.0->A-[\]-~]+(\/[A-Za-z0-9._~:-]+)*\/?$/,
          words: '`https://host:port` or `https://host:port/path` in ASCII, without query and user',
          max: 512,
        }),
        {
          description:
            'Address of the API server, `https://host:port`; with a path where a proxy such as Rancher serves several clusters.',
        },
      ),
      ca_data: optional(text({ min: 1, max: 65_536 }), {
        description:
          'Certificate authority of the API server, as PEM or its base64. Null means that the public authorities are trusted.',
        refuse: pem('certificate authority'),
      }),
    }),
    { description: 'The cluster. Null means the cluster that Polder runs in.', whileDeleting: true },
  ),
  token: optional(
    text({
      matches: /^[!-~]+$/,
      words: 'the token itself: printable ASCII without spaces and line ends',
      max: 16_384,
    }),
    {
      description: 'Bearer token of a service account in the cluster.',
      secret: true,
      exclusive: 'credential:token',
      whileDeleting: true,
    },
  ),
  token_version: optional(integer({ min: 0 }), {
    description: 'Version of `token`: change the version to send `token` again.',
    whileDeleting: true,
  }),
  client_certificate: optional(text({ min: 1, max: 65_536 }), {
    description: 'Client certificate, as PEM or its base64, with `client_key`.',
    exclusive: 'credential:certificate',
    refuse: pem('client certificate'),
    whileDeleting: true,
  }),
  client_key: optional(text({ min: 1, max: 65_536 }), {
    description: 'Private key of the client certificate, as PEM or its base64.',
    secret: true,
    exclusive: 'credential:certificate',
    refuse: pem('client key'),
    whileDeleting: true,
  }),
  client_key_version: optional(integer({ min: 0 }), {
    description: 'Version of `client_key`. Change the version to send `client_key` again.',
    whileDeleting: true,
  }),
}
