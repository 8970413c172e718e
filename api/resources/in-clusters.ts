// SQL that says how many clusters hold what is declared, about the row `t`: the same for every noun that clusters hold.
import { names, quoted, rfc3339, synced } from './condition-sql.ts'
import { firstTrouble, isReady } from './provider-readiness.ts'

type InClusters = {
  /** What sentences call the object. */
  called: string
  /** See `Rules`. */
  placed: string
  /** Whose placement says whether a cluster holds the object: SQL, and the generation that it must have. */
  owner: { type: string; id: string; generation: string }
  /** Whether the row waits for clusters to let go of it. */
  deletedLater?: boolean
  /** The row concerns one cluster, which need not be named. */
  inOne?: boolean
}

/**
 * One row for each cluster that the row `t` concerns: when `t` is going, for each that is to let go of it. Each table is
 * looked up by its key, row by row, whatever PostgreSQL takes their sizes for.
 */
const clusters = ({ placed, owner, deletedLater }: InClusters) => `
  select p.name, p.ready, p.trouble, own.synced, coalesce(own.observed_generation, 0) as observed,
    own.synced ->> 'status' = 'False' as failing, own.synced ->> 'reason' = 'Paused' as paused,
    coalesce(own.observed_generation >= ${owner.generation} and own.synced ->> 'status' is distinct from 'False', false) as held
  from (select e.workspace_provider_id as id from workspace_provider_allowlist_entry e where ${placed}
      and (e.deletion_requested_at is null) = ${deletedLater ? '(t.deletion_requested_at is null)' : 'true'} offset 0) e,
    lateral (select p.name, ${isReady} as ready, case when not ${isReady} then ${firstTrouble} end as trouble
      from workspace_provider p join workspace_provider_status s on s.workspace_provider_id = p.id
      where p.id = e.id offset 0) p
    left join lateral (select own.synced, own.observed_generation from placement own
      where own.workspace_provider_id = e.id and own.owner_type = '${owner.type}' and own.owner_id = ${owner.id}
      offset 0) own on true`

const first = (
  of: string,
  where: string,
) => `(array_agg(jsonb_build_object('name', c.name, 'reason', ${of} ->> 'reason',
    'message', ${of} ->> 'message', 'since', ${of} ->> 'last_transition_time') order by c.name) filter (where ${where}))[1]`

const called = (where: string) => `array_agg(c.name order by c.name) filter (where ${where})`

/** A cluster that nobody has configured is one that nobody waits for. */
const isDown = "c.trouble ->> 'reason' <> 'NotConfigured'"

/** One row `c` of all of them. */
const counted = (it: InClusters) => `(
  select count(*) as clusters, count(*) filter (where c.ready) as ready, count(*) filter (where c.ready and c.held) as held,
    min(c.observed) filter (where c.ready) as observed,
    ${first('c.synced', 'c.ready and c.failing')} as failing, ${first('c.trouble', isDown)} as down,
    ${first('c.synced', 'c.ready and c.paused')} as paused,
    ${first('coalesce(c.trouble, c.synced)', 'c.trouble is not null or c.failing or c.paused')} as kept,
    ${called('true')} as names, ${called(isDown)} as names_down, ${called('c.ready and not c.held')} as names_behind,
    max(c.synced ->> 'last_transition_time') filter (where c.ready) as latest,
    min(c.synced ->> 'last_transition_time') filter (where c.ready and c.failing) as earliest
  from (${clusters(it)}) c offset 0) c`

const told = ({ inOne }: InClusters, found: string) => ({
  reason: `${found} ->> 'reason'`,
  message: inOne
    ? `(${found} ->> 'message')`
    : `'Workspace provider \`' || (${found} ->> 'name') || '\`: ' || (${found} ->> 'message')`,
  since: `${found} ->> 'since'`,
})

/** The generation that every ready cluster has; that of the row where none is ready, or all have what reaches them. */
const generationOf = ({ owner }: InClusters) =>
  `least(t.generation, case when c.observed < ${owner.generation} then c.observed end)`

/** Whether the ready clusters hold what is declared. Those that are not ready are named, and delay nobody (S22). */
const standing = (it: InClusters) => {
  const generation = generationOf(it)
  const count = `c.held || ' of ' || c.ready || ${quoted(` ready clusters hold the ${it.called} as declared`)}`
  const down = told(it, 'c.down')
  return `case
    when c.ready = 0 and c.down is null then null
    when c.ready = 0 then ${synced({
      status: 'Unknown',
      ...down,
      message: `${quoted(`No cluster that could hold the ${it.called} is ready. `)} || ${down.message}`,
      generation,
    })}
    when c.paused is not null and c.failing is null then ${synced({
      status: 'Unknown',
      ...told(it, 'c.paused'),
      generation,
    })}
    when c.held = c.ready then ${synced({
      status: 'True',
      reason: "'Synced'",
      message: `${count} || '.' || coalesce(' Not ready: ' || ${names('c.names_down')} || '.', '')`,
      since: `coalesce(c.latest, ${rfc3339('t.updated_at')})`,
      generation,
    })}
    when c.failing is not null then ${synced({
      status: 'False',
      ...told(it, 'c.failing'),
      since: 'c.earliest',
      generation,
    })}
    else ${synced({
      status: 'False',
      reason: "'Pending'",
      message: `${count} || '. Not yet: ' || ${names('c.names_behind')} || '.'`,
      since: rfc3339('t.updated_at'),
      generation,
    })} end`
}

/** What a deletion waits for. */
const going = (it: InClusters) => `case
    when c.kept is not null then ${synced({ status: 'False', ...told(it, 'c.kept'), generation: 't.generation' })}
    else ${synced({
      status: 'False',
      reason: "'Deleting'",
      message: `${quoted(`Objects of the ${it.called} are being removed from `)} || case c.clusters when 1 then '1 cluster'
        else c.clusters || ' clusters' end || coalesce(': ' || ${names('c.names')}, '') || '.'`,
      since: rfc3339('t.deletion_requested_at'),
      generation: 't.generation',
    })} end`

/** The attributes of every noun that clusters hold, and the row that they are worked out from. */
export const inClusters = (it: InClusters) => {
  const unlessGoing = (stands: string, goes: string) =>
    it.deletedLater ? `case when t.deletion_requested_at is null then ${stands} else ${goes} end` : stands
  return {
    computedFrom: counted(it),
    computed: {
      reconciled: unlessGoing('c.held = c.ready', 'true'),
      observed_generation: unlessGoing(generationOf(it), 't.generation'),
      conditions: `jsonb_path_query_array(jsonb_build_array(${unlessGoing(standing(it), going(it))}), '$[*] ? (@ != null)')`,
    },
  }
}
