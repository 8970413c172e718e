// Writes test/api/database/schema/baseline.sql: a database as the migrations make it by now, with a row of every table.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { migrationFiles } from '../../../api/database/schema/migrate.ts'
import { startApi } from '../api.ts'
import { root } from '../sources.ts'
import { createEverything } from './create-everything.ts'
import { insertsOf } from './inserts.ts'
import { section } from './section.ts'

const api = await startApi()
await createEverything(api)
const run = await api.database.query<{ timestamp: string; name: string }>(
  'select "timestamp", name from migration order by id',
)
const text = [
  '-- A database from before all later migrations. Written by test/support/baseline/main.ts.\n',
  ...(await migrationFiles()).map(section),
  `-- migration
create table migration (id serial primary key, "timestamp" bigint not null, name character varying not null);
insert into migration ("timestamp", name) values
${run.map(({ timestamp, name }) => `  (${timestamp}, '${name}')`).join(',\n')};
`,
  // Triggers have made their rows already.
  `-- rows\nset session_replication_role = replica;\n${await insertsOf(api.database)}`,
]
await writeFile(join(root, 'test/api/database/schema/baseline.sql'), text.join('\n'))
await api.stop()
process.exit()
