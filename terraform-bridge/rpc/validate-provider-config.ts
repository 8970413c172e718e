// ValidateProviderConfig: only what is written down is judged; the environment may fill the rest.
import type { Request, Response } from '../protocol/methods.ts'
import { typeOf } from '../protocol/schema.ts'
import { providerBlock } from '../values/block.ts'
import { objectIn } from '../values/dynamic-value.ts'
import { planRefusalsErrors, urlErrors, writtenSetting } from '../values/settings.ts'

export const validateProviderConfig = (
  request: Request<'validateProviderConfig'>,
): Response<'validateProviderConfig'> => {
  const config = objectIn(request.config, typeOf(providerBlock)) ?? {}
  const [url, setting] = [writtenSetting(config, 'url'), writtenSetting(config, 'plan_refusals')]
  return { diagnostics: [...(url ? urlErrors(url) : []), ...(setting ? planRefusalsErrors(setting) : [])] }
}
