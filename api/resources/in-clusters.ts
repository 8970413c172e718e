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

/** One row for each cluster that the row `t` concerns. */
const clusters = ({ placed, owner }: InClusters, which: 'is null' | 'is not null') => `
  select p.name, ${isReady} as ready, own.synced, coalesce(own.observed_generation, 0) as observed,
    coalesce(own.observed_generation >= ${owner.generation} and own.synced ->> 'status' = 'True', false) as held,
    ${firstTrouble} as trouble
  from workspace_provider_allowlist_entry e
    join workspace_provider p on p.id = e.workspace_provider_id
    join workspace_provider_status s on s.workspace_provider_id = p.id
    left join placement own on own.workspace_provider_id = e.workspace_provider_id
      and own.owner_type = '${owner.type}' and own.owner_id = ${owner.id}
  where ${placed} and e.deletion_requested_at ${which}`

const first = (words: string, where: string) =>
  `(array_agg(${words} order by c.name) filter (where ${where}))[1]`

const words = (of: string) => `jsonb_build_object('name', c.name, 'reason', ${of} ->> 'reason',
  'message', ${of} ->> 'message', 'since', ${of} ->> 'last_transition_time')`

const told = ({ inOne }: InClusters, found: string) => ({
  reason: `${found} ->> 'reason'`,
  message: inOne
    ? `(${found} ->> 'message')`
    : `'Workspace provider \`' || (${found} ->> 'name') || '\`: ' || (${found} ->> 'message')`,
  since: `${found} ->> 'since'`,
})

/** The generation that every ready cluster has; that of the row where none is ready, or all have what reaches them. */
const generationIn = ({ owner }: InClusters) => {
  const lowest = 'min(c.observed) filter (where c.ready)'
  return `least(t.generation, case when ${lowest} < ${owner.generation} then ${lowest} end)`
}

const isFailing = "c.ready and c.synced ->> 'status' <> 'True'"
/** A cluster that nobody has configured is one that nobody waits for. */
const isDown = "not c.ready and c.trouble ->> 'reason' <> 'NotConfigured'"

/** Whether the ready clusters hold what is declared. Those that are not ready are named, and delay nobody (S22). */
const standing = (it: InClusters) => {
  const generation = generationIn(it)
  const count = 'count(*) filter (where c.ready)'
  const down = `array_agg(c.name order by c.name) filter (where ${isDown})`
  const counted = `count(*) filter (where c.ready and c.held) || ' of ' || ${count} || ${quoted(` ready clusters hold the ${it.called} as declared`)}`
  const dead = told(it, first(words('c.trouble'), isDown))
  const failing = first(words('c.synced'), isFailing)
  return `(select case
    when ${count} = 0 then case when ${down} is not null then ${synced({
      status: 'Unknown',
      ...dead,
      message: `${quoted(`No cluster that could hold the ${it.called} is ready. `)} || ${dead.message}`,
      generation,
    })} end
    when bool_and(c.held) filter (where c.ready) then ${synced({
      status: 'True',
      reason: "'Synced'",
      message: `${counted} || '.' || coalesce(' Not ready: ' || ${names(down)} || '.', '')`,
      since: `coalesce(max(c.synced ->> 'last_transition_time') filter (where c.ready), ${rfc3339('t.updated_at')})`,
      generation,
    })}
    when ${failing} is not null then ${synced({
      status: 'False',
      ...told(it, failing),
      since: `min(c.synced ->> 'last_transition_time') filter (where ${isFailing})`,
      generation,
    })}
    else ${synced({
      status: 'False',
      reason: "'Pending'",
      message: `${counted} || '. Not yet: ' || ${names('array_agg(c.name order by c.name) filter (where c.ready and not c.held)')} || '.'`,
      since: rfc3339('t.updated_at'),
      generation,
    })} end
  from (${clusters(it, 'is null')}) c)`
}

/** What a deletion waits for. */
const going = (it: InClusters) => {
  const blocked = first(
    `case when c.ready then ${words('c.synced')} else ${words('c.trouble')} end`,
    `case when c.ready then ${isFailing} else c.trouble is not null end`,
  )
  const generation = 't.generation'
  return `(select case
    when ${blocked} is not null then ${synced({ status: 'False', ...told(it, blocked), generation })}
    else ${synced({
      status: 'False',
      reason: "'Deleting'",
      message: `${quoted(`Objects of the ${it.called} are being removed from `)} || case count(*) when 1 then '1 cluster'
        else count(*) || ' clusters' end || coalesce(': ' || ${names('array_agg(c.name order by c.name)')}, '') || '.'`,
      since: rfc3339('t.deletion_requested_at'),
      generation,
    })} end
  from (${clusters(it, 'is not null')}) c)`
}

export const inClusters = (it: InClusters) => ({
  reconciled: `not exists (select from (${clusters(it, 'is null')}) c where c.ready and not c.held)`,
  observed_generation: `(select ${generationIn(it)} from (${clusters(it, 'is null')}) c)`,
  conditions: `(select case when word is null then '[]' else jsonb_build_array(word) end from (select ${
    it.deletedLater
      ? `case when t.deletion_requested_at is null then ${standing(it)} else ${going(it)} end`
      : standing(it)
  } as word) one)`,
})
