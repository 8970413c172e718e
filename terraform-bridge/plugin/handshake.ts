// The first line of the conversation: how core knows that it started a provider, and learns where it listens.

// From Terraform's internal/plugin/serve.go and go-plugin's server.go, which name the variables.
const cookie = 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2'

export const byHand = `This program is a provider, which Terraform or OpenTofu starts.
Name the provider under required_providers in a configuration and run "terraform init" or "tofu init".
To attach a debugger, start the program with --debug and export the line that it prints.
`

export interface Endpoint {
  network: 'unix' | 'tcp'
  /** A socket's path, or host:port. */
  address: string
}

export const startedByCore = (environment: NodeJS.ProcessEnv): boolean =>
  environment.TF_PLUGIN_MAGIC_COOKIE === cookie

/** `certificate` is DER; go-plugin decodes it with `base64.RawStdEncoding`, which refuses padding. */
export const handshakeLine = (
  { network, address }: Endpoint,
  certificate: Buffer,
  environment: NodeJS.ProcessEnv,
): string => {
  const encoded = certificate.toString('base64').replace(/=+$/, '')
  // A core that offers multiplexing expects to be told whether it gets it.
  const multiplexed = environment.PLUGIN_MULTIPLEX_GRPC ? '|false' : ''
  return `1|6|${network}|${address}|grpc|${encoded}${multiplexed}\n`
}

/** The variable that makes core use a provider which runs already; the provider's owner stops it. */
export const reattachLine = (source: string, { network, address }: Endpoint): string => {
  const reattach = {
    Protocol: 'grpc',
    ProtocolVersion: 6,
    Pid: process.pid,
    Test: true,
    Addr: { Network: network, String: address },
  }
  return `TF_REATTACH_PROVIDERS='${JSON.stringify({ [source]: reattach })}'\n`
}
