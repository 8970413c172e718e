// The floor of the REST bench: node:http, pg and the store's own statements, nothing else.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import type { Statement } from './rest.ts'

const statements: Record<string, Statement> = JSON.parse(process.env.STATEMENTS!)
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

const server = createServer(async ({ url }, answer) => {
  const { text, values } = statements[url!]!
  const { rows } = await pool.query({ name: url!, text, values: [...values] })
  const body = url === '/read' ? rows[0].text : `{"items":[${rows.map((row) => row.text).join(',')}]}`
  answer
    .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    .end(body)
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
