// SQL that says whether the cluster of a provider answers and may be worked with, from its status row `s`.
import { rfc3339 } from './condition-sql.ts'

/** A cluster whose last good answer is older than this is not ready, whatever was found out before. */
const longestSilence = "interval '40 seconds'"

const isSilent = `coalesce(s.last_contact < now() - ${longestSilence}, true)`

export const isReady = `(s.ready and not ${isSilent})`

/** What follows from silence alone: nobody has looked since, so that nothing is known. */
const lost = `jsonb_build_object('type', 'Reachable', 'status', 'Unknown', 'reason', 'ContactLost',
  'message', 'The API server last answered at ' || ${rfc3339('s.last_contact')} || '. The provider is ready again when the API server answers.',
  'last_transition_time', ${rfc3339(`s.last_contact + ${longestSilence}`)}, 'observed_generation', s.observed_generation)`

/** The conditions of the cluster itself, as they are at this moment. */
export const clusterConditions = `case when s.ready and ${isSilent} and s.last_contact is not null then (
    select jsonb_agg(case when c ->> 'type' = 'Reachable' then ${lost} else c end order by place)
    from jsonb_array_elements(s.conditions) with ordinality as stored (c, place))
  else s.conditions end`

/** The four conditions that make a provider ready, in the order in which one presupposes the other. */
export const firstTrouble = `(
  select c from unnest(array['Reachable', 'CredentialsValid', 'Authorized', 'NamespaceReady'])
    with ordinality as needed (type, place)
  join jsonb_array_elements(${clusterConditions}) c on c ->> 'type' = needed.type
  where c ->> 'status' <> 'True' order by place limit 1)`
