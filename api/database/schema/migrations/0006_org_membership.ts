// The table of memberships, and the roles each holds: a built-in one by name or a custom one by id.
// The roles are of the organization of the membership, which the foreign keys hold to.
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
  receipt_user text,
  receipt_digest text,
  receipt_expires_at timestamptz,
  constraint org_membership_key unique (organization_id, user_id),
  constraint org_membership_in_place unique (organization_id, id)
);
create index org_membership_user_index on org_membership (user_id);

create table org_membership_role (
  organization_id text not null,
  org_membership_id text not null,
  custom_role_id text,
  builtin text collate "C",
  constraint org_membership_role_key unique nulls not distinct (org_membership_id, custom_role_id, builtin),
  constraint org_membership_role_one check (num_nonnulls(custom_role_id, builtin) = 1),
  constraint org_membership_role_org_membership_fkey foreign key (organization_id, org_membership_id)
    references org_membership (organization_id, id) on delete cascade,
  constraint org_membership_role_custom_role_fkey foreign key (organization_id, custom_role_id)
    references custom_role (organization_id, id) on delete cascade
);
create index org_membership_role_custom_role_index on org_membership_role (custom_role_id);
`
