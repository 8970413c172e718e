// SQL that says how many clusters have the objects of an organization, about the row `t`.

/** `organization` is the SQL of its id; `more` narrows the clusters. Only clusters that are ready count: the others delay nobody (S22). */
export const inClusters = (organization: string, more = 'true') => {
  const counted = `from workspace_provider_allowlist_entry e join workspace_provider p on p.id = e.workspace_provider_id
    where e.organization_id = ${organization} and e.deletion_requested_at is null
      and p.ready and p.deletion_requested_at is null and ${more}`
  const held = 'coalesce((e.observed ->> t.id)::integer, 0)'
  return {
    reconciled: `not exists (select ${counted} and (not e.synced or ${held} < t.generation))`,
    observed_generation: `least(t.generation, (select min(${held}) ${counted}))`,
  }
}
