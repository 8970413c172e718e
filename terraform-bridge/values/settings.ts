// Reads and checks the settings of the provider: each from the provider block, or else from the environment.
import { error, type Path } from '../protocol/diagnostic.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'
import type { Entries } from '../protocol/value.ts'
import { textOf } from './json.ts'

export type SettingName = 'url' | 'token' | 'ca_file' | 'plan_refusals'

export interface Setting {
  readonly value: string
  /** Where a person would change it, in words. */
  readonly writtenIn: string
  /** Empty where the environment said it. */
  readonly path: Path
}

/** The provider block decides, then the environment. */
export const settingIn = (config: Entries, name: SettingName): Setting | undefined => {
  const variable = `POLDER_${name.toUpperCase()}`
  return writtenSetting(config, name) ?? given(process.env[variable], variable, [])
}

export const writtenSetting = (config: Entries, name: SettingName): Setting | undefined =>
  given(textOf(config[name]), `\`${name}\` of the provider block`, [name])

const given = (value: string | undefined, writtenIn: string, path: Path): Setting | undefined =>
  value ? { value, writtenIn, path } : undefined

export const missing = (name: SettingName, what: string): Diagnostic =>
  error(
    'The provider is not configured',
    `Set \`${name}\` in the provider block, or POLDER_${name.toUpperCase()} in the environment, to ${what}.`,
    [name],
  )

/** What is wrong with an address, as far as can be told without asking there. It may hold a password. */
export const urlErrors = ({ value, writtenIn, path }: Setting): Diagnostic[] => {
  const refused = (detail: string) => [error('Invalid API address', detail, path)]
  const url = /^https?:\/\//i.test(value) ? URL.parse(value) : null
  if (!url) {
    const quoted = value.includes('@') ? '' : ` is \`${value}\`, which`
    return refused(
      `${writtenIn}${quoted} is not a URL that begins with \`https://\` or \`http://\`. Write the whole address of the API, such as \`https://polder.example.com\`.`,
    )
  }
  if (url.username || url.password) {
    return refused(
      `The address in ${writtenIn} contains a user name or a password. Leave them out: requests carry the token and nothing else.`,
    )
  }
  const extra = url.search ? 'a query (`?…`)' : url.hash ? 'a fragment (`#…`)' : undefined
  if (extra) return refused(`The address in ${writtenIn} ends with ${extra}. Leave it out.`)
  // Every path of the API begins with it, so that it would be there twice.
  if (/\/v1\/*$/.test(url.pathname)) {
    return refused(
      `The address in ${writtenIn} ends with \`/v1\`, which the provider adds by itself. Leave \`/v1\` out.`,
    )
  }
  return []
}

/** What is wrong with how loudly a plan is to say that its apply will be refused. */
export const planRefusalsErrors = ({ value, writtenIn, path }: Setting): Diagnostic[] =>
  value === 'warning' || value === 'error'
    ? []
    : [error('Invalid plan_refusals', `${writtenIn} is \`${value}\`. Give \`warning\` or \`error\`.`, path)]

// What cannot stand in a header would fail later, with words that repeat it.
export const tokenErrors = ({ value, writtenIn, path }: Setting): Diagnostic[] =>
  /^[!-~]+$/.test(value)
    ? []
    : [
        error(
          'Invalid API token',
          `The token in ${writtenIn} contains spaces, line breaks or characters that no token has. Copy the token again.`,
          path,
        ),
      ]
