// A table of the bench's own, into which the database writes who changed the rows of other tables, and how.
import type { Deployment } from './deployment.ts'

/** One change of a row: what it was before and after, null where it was not there. */
export type RecordedWrite = {
  at: Date
  replica: string
  relation: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** Records every committed change of these tables from now on. A process is known by the name it was added with. */
export const recordWrites = async ({ query }: Pick<Deployment, 'query'>, tables: string[]) => {
  await query(`
    create table if not exists bench_write (
      id bigint generated always as identity,
      at timestamptz not null default clock_timestamp(),
      replica text, relation text, before jsonb, after jsonb);
    create or replace function bench_record() returns trigger language plpgsql as $$
    begin
      insert into bench_write (replica, relation, before, after)
      values (current_setting('bench.replica', true), tg_table_name,
        case when tg_op = 'INSERT' then null else to_jsonb(old) end,
        case when tg_op = 'DELETE' then null else to_jsonb(new) end);
      return null;
    end $$`)
  for (const table of tables)
    await query(`create or replace trigger bench_record after insert or update or delete on ${table}
      for each row execute function bench_record()`)
  const last = async () => {
    const [row] = await query<{ id: string }>('select coalesce(max(id), 0) as id from bench_write')
    return row!.id
  }
  return {
    all: () =>
      query<RecordedWrite>('select at, replica, relation, before, after from bench_write order by id'),
    last,
    /** How many changes the process `replica` made after `since`, which `last` gave. */
    by: async (replica: string, since: string) => {
      const [row] = await query<{ count: number }>(
        'select count(*)::int from bench_write where replica = $1 and id > $2',
        [replica, since],
      )
      return row!.count
    },
  }
}
