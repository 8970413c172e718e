// What "refused" always means: a 4xx problem with its code, attribute and sentence, and nothing changed.
import { expect } from 'chai'
import type { Api, Ask, Body } from './api.ts'

type Expected = { status: number; code: string; attribute?: string; detail?: RegExp }
type Request = [method: string, path: string, body?: unknown, headers?: Record<string, string>]

/** Asks, and expects to be refused like this; answers the problem. `ask` is the administrator unless told. */
export const refused = async (
  api: Api,
  request: Request,
  { status, code, attribute, detail }: Expected,
  ask: Ask = api.request,
): Promise<Body> => {
  const before = await api.rows()
  const answer = await ask(...request)
  const told = `${request[0]} ${request[1]} answered ${answer.status} ${JSON.stringify(answer.body)}`
  expect(answer.status, told).to.equal(status)
  expect(answer.headers.get('content-type'), told).to.equal('application/problem+json')
  expect(answer.body.code, told).to.equal(code)
  expect(answer.body.status, told).to.equal(status)
  expect(answer.body.detail, told).to.match(/^[\s\S]{5,}[.)]$/)
  if (attribute !== undefined) expect(answer.body.attribute, told).to.equal(attribute)
  if (detail) expect(answer.body.detail, told).to.match(detail)
  expect(await api.rows(), `${told}, and changed something`).to.deep.equal(before)
  return answer.body
}
