// The table of events. References have no foreign keys: whoever writes an event waits for no writer of a provider or an
// organization. Events go with their provider all the same.
export default `
create table event (
  id text constraint event_id primary key,
  workspace_provider_id text not null,
  organization_id text,
  type text not null,
  reason text not null,
  message text not null,
  count bigint not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  generation integer not null,
  status_revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  receipt_user text,
  receipt_digest text,
  receipt_expires_at timestamptz
);
create index event_workspace_provider_index on event (workspace_provider_id);
create index event_organization_index on event (organization_id);

create function remove_events() returns trigger language plpgsql as $$
begin
  delete from event e using removed where e.workspace_provider_id = removed.id;
  return null;
end $$;
create trigger remove_events after delete on workspace_provider
  referencing old table as removed for each statement execute function remove_events();
`
