// What agrees or refuses in the place of the API is never taken for it. A real API cannot be made to answer so, hence a
// server of a few lines.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { offeredAs, resourceNamed } from '../../schemas/index.ts'
import { naturalKey } from '../../schemas/place.ts'
import { type Client, createClient } from '../../terraform-bridge/client.ts'

const user = resourceNamed('user')

const verbs: Record<string, (client: Client) => Promise<unknown>> = {
  list: (client) => client.list(user, {}),
  create: (client) => client.create(user, { username: 'ada' }),
  read: (client) => client.read(user, ['usr_1']),
  update: (client) => client.update(user, 'usr_1', {}),
  put: (client) => client.put(user, ['ada'], {}),
  delete: (client) => client.delete(user, 'usr_1'),
}

const answers: Record<string, [status: number, body: string]> = {
  'a login page': [200, '<html>'],
  'an agreement to everything': [200, 'null'],
  'a redirect': [301, ''],
  'a 404 that is not of the API': [404, '<html>not found</html>'],
}

describe('a client', () => {
  let server: Server | undefined
  afterEach(() => server?.close())
  const answering = async (status: number, body: string) => {
    server = createServer((incoming, outgoing) => {
      incoming.resume()
      outgoing.writeHead(status, { connection: 'close' }).end(body)
    })
    await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return createClient({ url: `http://127.0.0.1:${port}`, token: 'polder_x', userAgent: 'test' })
  }

  for (const [what, [status, body]] of Object.entries(answers)) {
    it(`S25 takes ${what} for no answer, whatever it asked`, async () => {
      const client = await answering(status, body)
      for (const [verb, ask] of Object.entries(verbs)) {
        const said = await ask(client).then(String, (reason: Error) => reason.message)
        expect(said, verb).to.include('is not from the Polder API')
      }
    })
  }

  it('S9 creates nothing without a natural key, by which a create that is sent again finds its object', () => {
    const lost = offeredAs('resource').filter((it) => !it.singleton && naturalKey(it).length === 0)
    expect(lost.map(({ name }) => name)).to.deep.equal([])
  })

  it('takes the 404 of the API for nothing there', async () => {
    const client = await answering(404, '{"code":"not_found","detail":"There is no such user."}')
    expect(await client.read(user, ['usr_1'])).to.equal(null)
    expect(await client.delete(user, 'usr_1')).to.equal('gone')
  })
})
