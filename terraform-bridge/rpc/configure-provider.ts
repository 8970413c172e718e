// ConfigureProvider: from here on there is an API to talk to, and nothing of before is remembered.
import { readFileSync } from 'node:fs'
import { createClient } from '../client.ts'
import { configure, type Session } from '../memory/session.ts'
import { error } from '../protocol/diagnostic.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'
import type { Request, Response } from '../protocol/methods.ts'
import { typeOf } from '../protocol/schema.ts'
import { type Entries, isUnknown } from '../protocol/value.ts'
import { providerBlock } from './block.ts'
import { textOf } from './values.ts'
import { objectIn } from './wire.ts'

/** Asks nothing of the API: a plan that needs nothing of it works while it is away. */
export const configureProvider = (
  request: Request<'configureProvider'>,
  session: Session,
): Response<'configureProvider'> => {
  const config = objectIn(request.config, typeOf(providerBlock)) ?? {}
  const organization = config.organization ?? null
  const settings = ['url', 'token', 'ca_file'] as const
  if (settings.some((name) => isUnknown(config[name]))) {
    configure(session, organization, undefined)
    return {}
  }
  const [url, token, caFile] = settings.map((name) => setting(config, name))
  const diagnostics = [
    ...(url
      ? urlRefusals(url)
      : [missing('url', 'the address of the API, such as `https://polder.example.com`')]),
    ...(token ? tokenRefusals(token) : [missing('token', 'an API token')]),
  ]
  let ca: string | undefined
  try {
    ca = caFile ? readFileSync(caFile, 'utf8') : undefined
  } catch (reason) {
    diagnostics.push(error('The file cannot be read', String(reason), ['ca_file']))
  }
  if (diagnostics.length > 0) return { diagnostics }
  const userAgent = `terraform-provider-polder (Terraform ${request.terraformVersion})`
  configure(session, organization, createClient({ url: url!, token: token!, ca, userAgent }))
  return {}
}

/** What is wrong with an address, as far as can be told without asking there. */
export const urlRefusals = (url: string): Diagnostic[] => {
  if (!URL.canParse(url) || !/^https?:\/\//.test(url)) {
    return [error('The address is not one', 'Give a URL that begins with `https://` or `http://`.', ['url'])]
  }
  // Every path of the API begins with it, so that it would be there twice.
  return /\/v1\/*$/.test(new URL(url).pathname)
    ? [error('The address says too much', 'Leave out the `/v1` at its end.', ['url'])]
    : []
}

// What cannot stand in a header would fail later, with words that repeat it.
const tokenRefusals = (token: string): Diagnostic[] =>
  /^[!-~]+$/.test(token)
    ? []
    : [error('The token is not one', 'It holds spaces or characters that no token has.', ['token'])]

const setting = (config: Entries, name: string): string | undefined =>
  textOf(config[name]) || process.env[`POLDER_${name.toUpperCase()}`] || undefined

const missing = (name: string, what: string): Diagnostic =>
  error(
    'The provider is not configured',
    `Set \`${name}\` in the provider block, or POLDER_${name.toUpperCase()} in the environment, to ${what}.`,
    [name],
  )
