// What organizations add to their namespaces, and whether their clusters are left alone.
export default `
alter table organization
  add column namespace_labels jsonb not null default '{}',
  add column namespace_annotations jsonb not null default '{}',
  add column paused boolean not null default false;
alter table organization
  alter column namespace_labels drop default,
  alter column namespace_annotations drop default,
  alter column paused drop default;
`
