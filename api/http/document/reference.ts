// Serves the API document as a page: Swagger UI from the local disk, with a policy that forbids loading from elsewhere.
import { readFile } from 'node:fs/promises'
import { apiError } from '../../errors.ts'
import type { Answer } from '../route.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Polder API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<body><div id="reference"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
`
const start = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#reference', deepLinking: true, validatorUrl: null })
`
const kinds: Record<string, string> = { js: 'text/javascript', css: 'text/css' }
const home = import.meta.resolve('swagger-ui-dist/package.json')
const files = ['swagger-ui.css', 'swagger-ui-bundle.js']

const sent = (body: string | Uint8Array<ArrayBuffer>, type: string): Answer => ({
  status: 200,
  body,
  headers: {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=3600',
  },
})

/** The page, or one of the files it is made of. */
export const reference = async (file?: string): Promise<Answer> => {
  if (file === undefined) return sent(page, 'text/html')
  if (file === 'start.js') return sent(start, 'text/javascript')
  if (!files.includes(file)) throw apiError('not_found', 'The API reference has no such file.')
  const body = await readFile(new URL(file, home))
  return sent(new Uint8Array(body), kinds[file.split('.').at(-1)!]!)
}
