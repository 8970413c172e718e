// ConfigureProvider: from here on there is an API to talk to, and nothing of before is remembered.
import { createClient } from '../client.ts'
import { configure, type Session } from '../memory/session.ts'
import type { Request, Response } from '../protocol/methods.ts'
import { typeOf } from '../protocol/schema.ts'
import { isUnknown } from '../protocol/value.ts'
import { providerBlock } from '../values/block.ts'
import { readCaFile } from '../values/ca-file.ts'
import { objectIn } from '../values/dynamic-value.ts'
import { missing, planRefusalsErrors, settingIn, tokenErrors, urlErrors } from '../values/settings.ts'

/** Asks nothing of the API: a plan that needs nothing of it works while it is away. */
export const configureProvider = (
  request: Request<'configureProvider'>,
  session: Session,
): Response<'configureProvider'> => {
  const config = objectIn(request.config, typeOf(providerBlock)) ?? {}
  const parents = { organization: config.organization ?? null }
  const setting = settingIn(config, 'plan_refusals')
  const planRefusals = setting?.value === 'error' ? 'error' : 'warning'
  const wrong = setting ? planRefusalsErrors(setting) : []
  const settings = ['url', 'token', 'ca_file'] as const
  if (settings.some((name) => isUnknown(config[name]))) {
    configure(session, { parents, planRefusals })
    return { diagnostics: wrong }
  }
  const [url, token, caFile] = settings.map((name) => settingIn(config, name))
  const diagnostics = [
    ...(url
      ? urlErrors(url)
      : [missing('url', 'the address of the API, such as `https://polder.example.com`')]),
    ...(token ? tokenErrors(token) : [missing('token', 'an API token')]),
    ...wrong,
  ]
  const { authorities, diagnostics: unread } = caFile ? readCaFile(caFile) : { diagnostics: [] }
  diagnostics.push(...unread)
  if (diagnostics.length > 0 || !url || !token) return { diagnostics }

  const stopping = new AbortController()
  const client = createClient({
    url: url.value,
    writtenIn: url.writtenIn,
    token: token.value,
    authorities,
    stopping: stopping.signal,
    userAgent: `terraform-provider-polder (Terraform ${request.terraformVersion})`,
  })
  configure(session, { parents, planRefusals, client, stopping })
  return {}
}
