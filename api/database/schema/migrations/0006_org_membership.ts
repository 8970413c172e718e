// The table of memberships, and the roles each holds: a built-in one by name or a custom one by id.
export default `
create table org_membership (
  id text constraint org_membership_id primary key,
  organization_id text not null
    constraint org_membership_organization_fkey references organization (id) on delete cascade,
  user_id text not null
    constraint org_membership_user_fkey references "user" (id) on delete cascade,
  generation integer not null,
  status_revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  created_by text,
  create_digest text,
  seen boolean not null,
  constraint org_membership_key unique (organization_id, user_id)
);
create index org_membership_user_index on org_membership (user_id);

create table org_membership_role (
  org_membership_id text not null
    constraint org_membership_role_org_membership_fkey references org_membership (id) on delete cascade,
  custom_role_id text
    constraint org_membership_role_custom_role_fkey references custom_role (id) on delete cascade,
  builtin text collate "C",
  constraint org_membership_role_key unique nulls not distinct (org_membership_id, custom_role_id, builtin),
  constraint org_membership_role_one check (num_nonnulls(custom_role_id, builtin) = 1)
);
create index org_membership_role_custom_role_index on org_membership_role (custom_role_id);
`
