// How providers confine workspaces. What there was before stays as open as it was, until its provider says otherwise.
export default `
alter table workspace_provider
  add column egress text not null default 'all',
  add column egress_cidrs text[] not null default '{}',
  add column pod_security text default 'baseline',
  add column cpu_ratio bigint not null default 100,
  add column default_limits jsonb,
  add column max_load_balancers bigint not null default 0,
  add column max_node_ports bigint not null default 0,
  add column namespace_labels jsonb not null default '{}',
  add column namespace_annotations jsonb not null default '{}',
  add column paused boolean not null default false,
  add column width bigint not null default 8;
alter table workspace_provider
  alter column egress drop default,
  alter column egress_cidrs drop default,
  alter column pod_security drop default,
  alter column cpu_ratio drop default,
  alter column max_load_balancers drop default,
  alter column max_node_ports drop default,
  alter column namespace_labels drop default,
  alter column namespace_annotations drop default,
  alter column paused drop default,
  alter column width drop default;
`
