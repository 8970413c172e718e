-- A database from before all later migrations. Written by test/support/baseline/main.ts.

-- 0001_organization.ts
create table organization (
  id text constraint organization_id primary key,
  name text collate "C" not null,
  display_name text,
  description text not null,
  icon text,
  labels jsonb not null,
  allowed_regions text[],
  cordon_reason text,
  deletion_protection boolean not null,
  force_destroy boolean not null,
  conditions jsonb not null,
  deletion_requested_at timestamptz,
  force boolean not null,
  generation integer not null,
  status_revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  receipt_user text,
  receipt_digest text,
  receipt_expires_at timestamptz,
  constraint organization_key unique (name)
);

-- 0002_user.ts
create table "user" (
  id text constraint user_id primary key,
  username text collate "C" not null,
  email text collate "C",
  name text,
  site_roles text[] not null,
  suspended boolean not null,
  service_account boolean not null,
  generation integer not null,
  status_revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  receipt_user text,
  receipt_digest text,
  receipt_expires_at timestamptz,
  constraint user_key unique (username),
  constraint user_email_unique unique (email)
);

-- 0003_workspace_provider.ts
create table workspace_provider (
  id text constraint workspace_provider_id primary key,
  name text collate "C" not null,
  display_name text,
  region text,
  labels jsonb not null,
  namespace text not null,
  namespace_mode text not null,
  cluster jsonb,
  token_encrypted bytea,
  token_version bigint,
  client_certificate text,
  client_key_encrypted bytea,
  client_key_version bigint,
  gpu_resource text not null,
  storage_class text,
  node_selector jsonb not null,
  tolerations jsonb not null,
  cordon_reason text,
  adopt boolean not null,
  force_destroy boolean not null,
  built_in boolean not null,
  address text not null,
  kubernetes_version text,
  last_contact timestamptz,
  authoritative boolean not null,
  cluster_uid text,
  touched_at timestamptz,
  ready boolean not null,
  conditions jsonb not null,
  observed_generation integer not null,
  deletion_requested_at timestamptz,
  force boolean not null,
  generation integer not null,
  status_revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  receipt_user text,
  receipt_digest text,
  receipt_expires_at timestamptz,
  constraint workspace_provider_key unique (name),
  constraint workspace_provider_namespace_owner unique (address, namespace)
);
create unique index workspace_provider_built_in on workspace_provider (built_in) where built_in;

-- 0004_deployment.ts
create table deployment (
  id text constraint deployment_id primary key,
  default_organization_id text not null
    constraint deployment_default_organization_fkey references organization (id) on delete restrict,
  default_workspace_provider_id text not null
    constraint deployment_default_workspace_provider_fkey references workspace_provider (id) on delete restrict,
  uid text not null,
  generation integer not null,
  status_revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  receipt_user text,
  receipt_digest text,
  receipt_expires_at timestamptz,
  constraint deployment_one check (id = 'deployment')
);

-- 0005_custom_role.ts
create table custom_role (
  id text constraint custom_role_id primary key,
  organization_id text not null
    constraint custom_role_organization_fkey references organization (id) on delete cascade,
  name text collate "C" not null,
  display_name text,
  description text not null,
  permissions jsonb not null,
  every_member boolean not null,
  conditions jsonb not null,
  generation integer not null,
  status_revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  receipt_user text,
  receipt_digest text,
  receipt_expires_at timestamptz,
  constraint custom_role_key unique (organization_id, name),
  constraint custom_role_in_place unique (organization_id, id)
);

-- 0006_org_membership.ts
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

-- 0007_org_quota.ts
create table org_quota (
  id text constraint org_quota_id primary key,
  organization_id text not null
    constraint org_quota_organization_fkey references organization (id) on delete cascade,
  scope text collate "C" not null,
  workspace_provider_id text
    constraint org_quota_workspace_provider_fkey references workspace_provider (id) on delete cascade,
  limits jsonb not null,
  conditions jsonb not null,
  generation integer not null,
  status_revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  receipt_user text,
  receipt_digest text,
  receipt_expires_at timestamptz,
  constraint org_quota_key unique nulls not distinct (organization_id, scope, workspace_provider_id)
);
create index org_quota_workspace_provider_index on org_quota (workspace_provider_id);

-- 0008_workspace_provider_allowlist_entry.ts
create table workspace_provider_allowlist_entry (
  id text constraint workspace_provider_allowlist_entry_id primary key,
  workspace_provider_id text not null
    constraint workspace_provider_allowlist_entry_workspace_provider_fkey
    references workspace_provider (id) on delete cascade,
  organization_id text not null
    constraint workspace_provider_allowlist_entry_organization_fkey
    references organization (id) on delete cascade,
  automatic boolean not null,
  namespace text,
  namespace_uid text,
  namespace_created boolean not null,
  touched_at timestamptz,
  observed jsonb not null,
  synced boolean not null,
  conditions jsonb not null,
  observed_generation integer not null,
  deletion_requested_at timestamptz,
  force boolean not null,
  generation integer not null,
  status_revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  receipt_user text,
  receipt_digest text,
  receipt_expires_at timestamptz,
  constraint workspace_provider_allowlist_entry_key unique (workspace_provider_id, organization_id)
);
create index workspace_provider_allowlist_entry_organization_index
  on workspace_provider_allowlist_entry (organization_id);

-- 0009_api_token.ts
create table api_token (
  id text constraint api_token_id primary key,
  user_id text not null constraint api_token_user_fkey references "user" (id) on delete cascade,
  description text not null,
  expires_at timestamptz,
  prefix text not null,
  token_digest bytea not null constraint api_token_token_unique unique,
  issued_by text,
  generation integer not null,
  status_revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  receipt_user text,
  receipt_digest text,
  receipt_expires_at timestamptz
);
create index api_token_user_index on api_token (user_id);

-- 0010_idempotency_key.ts
create table idempotency_key (
  token_id text not null constraint idempotency_key_token_fkey references api_token (id) on delete cascade,
  key text not null,
  digest text not null,
  row_id text not null,
  created_at timestamptz not null,
  constraint idempotency_key_id primary key (token_id, key)
);
create index idempotency_key_created_at_index on idempotency_key (created_at);

-- 0011_revoked_token.ts
create table revoked_token (
  digest bytea constraint revoked_token_id primary key,
  revoked_at timestamptz not null
);

-- migration
create table migration (id serial primary key, "timestamp" bigint not null, name character varying not null);
insert into migration ("timestamp", name) values
  (1, 'organization_0000000000001'),
  (2, 'user_0000000000002'),
  (3, 'workspace_provider_0000000000003'),
  (4, 'deployment_0000000000004'),
  (5, 'custom_role_0000000000005'),
  (6, 'org_membership_0000000000006'),
  (7, 'org_quota_0000000000007'),
  (8, 'workspace_provider_allowlist_entry_0000000000008'),
  (9, 'api_token_0000000000009'),
  (10, 'idempotency_key_0000000000010'),
  (11, 'revoked_token_0000000000011');

-- rows
insert into "organization" (id, name, display_name, description, icon, labels, allowed_regions, cordon_reason, deletion_protection, force_destroy, conditions, deletion_requested_at, force, generation, status_revision, created_at, updated_at, receipt_user, receipt_digest, receipt_expires_at)
  values ('org_aaaaaaaaaaaaaaab', 'acme', 'acme', 'acme', 'https://example.com/icon.svg', '{"team": "acme"}', '{acme}', NULL, 'false', 'false', '[{"type": "acme", "reason": "acme", "status": "True", "message": "acme", "observed_generation": 1, "last_transition_time": "2030-01-31T12:00:00Z"}]', NULL, 'false', '1', '0', '2026-01-01 00:00:00+00', '2026-01-01 00:00:00+00', 'usr_aaaaaaaaaaaaaaac', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaad', '2026-01-01 00:00:00+00');
insert into "organization" (id, name, display_name, description, icon, labels, allowed_regions, cordon_reason, deletion_protection, force_destroy, conditions, deletion_requested_at, force, generation, status_revision, created_at, updated_at, receipt_user, receipt_digest, receipt_expires_at)
  values ('org_aaaaaaaaaaaaaaae', 'default', NULL, '', NULL, '{}', NULL, NULL, 'false', 'false', '[]', NULL, 'false', '1', '0', '2026-01-01 00:00:00+00', '2026-01-01 00:00:00+00', NULL, NULL, NULL);
insert into "user" (id, username, email, name, site_roles, suspended, service_account, generation, status_revision, created_at, updated_at, receipt_user, receipt_digest, receipt_expires_at)
  values ('usr_aaaaaaaaaaaaaaaf', 'acme', 'alice@example.com', 'acme', '{site_admin}', 'false', 'false', '1', '0', '2026-01-01 00:00:00+00', '2026-01-01 00:00:00+00', 'usr_aaaaaaaaaaaaaaac', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaag', '2026-01-01 00:00:00+00');
insert into "user" (id, username, email, name, site_roles, suspended, service_account, generation, status_revision, created_at, updated_at, receipt_user, receipt_digest, receipt_expires_at)
  values ('usr_aaaaaaaaaaaaaaac', 'admin', NULL, 'Administrator', '{site_admin}', 'false', 'false', '1', '0', '2026-01-01 00:00:00+00', '2026-01-01 00:00:00+00', NULL, NULL, NULL);
insert into "workspace_provider" (id, name, display_name, region, labels, namespace, namespace_mode, cluster, token_encrypted, token_version, client_certificate, client_key_encrypted, client_key_version, gpu_resource, storage_class, node_selector, tolerations, cordon_reason, adopt, force_destroy, built_in, address, kubernetes_version, last_contact, authoritative, cluster_uid, touched_at, ready, conditions, observed_generation, deletion_requested_at, force, generation, status_revision, created_at, updated_at, receipt_user, receipt_digest, receipt_expires_at)
  values ('wsp_aaaaaaaaaaaaaaah', 'acme', 'acme', 'acme', '{"team": "acme"}', 'acme', 'shared', E'{"server": "https://203.0.113.7:6443", "ca_data": "-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----\\n"}', E'\\x0d823de1ec1048e763c4073f6b63c3535a03d5bc6c036d5af7d4cf5623b605d8', '1', NULL, NULL, '1', 'example.com/gpu', 'acme', '{"team": "acme"}', '[{"key": "acme", "value": "acme", "effect": "NoExecute", "operator": "Equal", "toleration_seconds": 1}]', NULL, 'false', 'false', 'false', '203.0.113.7:6443', 'acme', '2026-01-01 00:00:00+00', 'false', 'acme', '2026-01-01 00:00:00+00', 'false', '[{"type": "acme", "reason": "acme", "status": "True", "message": "acme", "observed_generation": 1, "last_transition_time": "2030-01-31T12:00:00Z"}]', '0', NULL, 'false', '1', '0', '2026-01-01 00:00:00+00', '2026-01-01 00:00:00+00', 'usr_aaaaaaaaaaaaaaac', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaai', '2026-01-01 00:00:00+00');
insert into "workspace_provider" (id, name, display_name, region, labels, namespace, namespace_mode, cluster, token_encrypted, token_version, client_certificate, client_key_encrypted, client_key_version, gpu_resource, storage_class, node_selector, tolerations, cordon_reason, adopt, force_destroy, built_in, address, kubernetes_version, last_contact, authoritative, cluster_uid, touched_at, ready, conditions, observed_generation, deletion_requested_at, force, generation, status_revision, created_at, updated_at, receipt_user, receipt_digest, receipt_expires_at)
  values ('wsp_aaaaaaaaaaaaaaaj', 'built-in', NULL, NULL, '{}', 'polder', 'per_organization', NULL, NULL, NULL, NULL, NULL, NULL, 'nvidia.com/gpu', NULL, '{}', '[]', NULL, 'false', 'false', 'true', 'host', NULL, NULL, 'false', NULL, NULL, 'false', '[]', '0', NULL, 'false', '1', '0', '2026-01-01 00:00:00+00', '2026-01-01 00:00:00+00', NULL, NULL, NULL);
insert into "deployment" (id, default_organization_id, default_workspace_provider_id, uid, generation, status_revision, created_at, updated_at, receipt_user, receipt_digest, receipt_expires_at)
  values ('deployment', 'org_aaaaaaaaaaaaaaae', 'wsp_aaaaaaaaaaaaaaaj', 'dpl_aaaaaaaaaaaaaaba', '1', '0', '2026-01-01 00:00:00+00', '2026-01-01 00:00:00+00', NULL, NULL, NULL);
insert into "custom_role" (id, organization_id, name, display_name, description, permissions, every_member, conditions, generation, status_revision, created_at, updated_at, receipt_user, receipt_digest, receipt_expires_at)
  values ('rol_aaaaaaaaaaaaaabb', 'org_aaaaaaaaaaaaaaab', 'acme', 'acme', 'acme', '[{"scope": "all", "action": "create", "resource": "custom_role"}]', 'false', '[{"type": "acme", "reason": "acme", "status": "True", "message": "acme", "observed_generation": 1, "last_transition_time": "2030-01-31T12:00:00Z"}]', '1', '0', '2026-01-01 00:00:00+00', '2026-01-01 00:00:00+00', 'usr_aaaaaaaaaaaaaaac', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabc', '2026-01-01 00:00:00+00');
insert into "org_membership" (id, organization_id, user_id, generation, status_revision, created_at, updated_at, receipt_user, receipt_digest, receipt_expires_at)
  values ('mem_aaaaaaaaaaaaaabd', 'org_aaaaaaaaaaaaaaab', 'usr_aaaaaaaaaaaaaaaf', '1', '0', '2026-01-01 00:00:00+00', '2026-01-01 00:00:00+00', 'usr_aaaaaaaaaaaaaaac', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabe', '2026-01-01 00:00:00+00');
insert into "org_membership_role" (organization_id, org_membership_id, custom_role_id, builtin)
  values ('org_aaaaaaaaaaaaaaab', 'mem_aaaaaaaaaaaaaabd', 'rol_aaaaaaaaaaaaaabb', NULL);
insert into "org_quota" (id, organization_id, scope, workspace_provider_id, limits, conditions, generation, status_revision, created_at, updated_at, receipt_user, receipt_digest, receipt_expires_at)
  values ('quo_aaaaaaaaaaaaaabf', 'org_aaaaaaaaaaaaaaab', 'organization', 'wsp_aaaaaaaaaaaaaaah', '{"cpu": "16", "gpu": "16", "memory": "16", "storage": "16", "workspaces": 1}', '[{"type": "acme", "reason": "acme", "status": "True", "message": "acme", "observed_generation": 1, "last_transition_time": "2030-01-31T12:00:00Z"}]', '1', '0', '2026-01-01 00:00:00+00', '2026-01-01 00:00:00+00', 'usr_aaaaaaaaaaaaaaac', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabg', '2026-01-01 00:00:00+00');
insert into "workspace_provider_allowlist_entry" (id, workspace_provider_id, organization_id, automatic, namespace, namespace_uid, namespace_created, touched_at, observed, synced, conditions, observed_generation, deletion_requested_at, force, generation, status_revision, created_at, updated_at, receipt_user, receipt_digest, receipt_expires_at)
  values ('wpa_aaaaaaaaaaaaaabh', 'wsp_aaaaaaaaaaaaaaah', 'org_aaaaaaaaaaaaaaab', 'false', 'acme', 'acme', 'false', '2026-01-01 00:00:00+00', '{}', 'false', '[{"type": "acme", "reason": "acme", "status": "True", "message": "acme", "observed_generation": 1, "last_transition_time": "2030-01-31T12:00:00Z"}]', '0', NULL, 'false', '1', '0', '2026-01-01 00:00:00+00', '2026-01-01 00:00:00+00', 'usr_aaaaaaaaaaaaaaac', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabi', '2026-01-01 00:00:00+00');
insert into "workspace_provider_allowlist_entry" (id, workspace_provider_id, organization_id, automatic, namespace, namespace_uid, namespace_created, touched_at, observed, synced, conditions, observed_generation, deletion_requested_at, force, generation, status_revision, created_at, updated_at, receipt_user, receipt_digest, receipt_expires_at)
  values ('wpa_aaaaaaaaaaaaaabj', 'wsp_aaaaaaaaaaaaaaaj', 'org_aaaaaaaaaaaaaaae', 'true', NULL, NULL, 'false', NULL, '{}', 'false', '[]', '0', NULL, 'false', '1', '0', '2026-01-01 00:00:00+00', '2026-01-01 00:00:00+00', NULL, NULL, NULL);
insert into "api_token" (id, user_id, description, expires_at, prefix, token_digest, issued_by, generation, status_revision, created_at, updated_at, receipt_user, receipt_digest, receipt_expires_at)
  values ('tok_aaaaaaaaaaaaaaca', 'usr_aaaaaaaaaaaaaaac', 'POLDER_ADMIN_TOKEN', NULL, 'pold', E'\\x82cd114633f5f9b51de4aa1fecdd1247e73aeee51055fa0b00e92be8ebcb9fd5', NULL, '1', '0', '2026-01-01 00:00:00+00', '2026-01-01 00:00:00+00', NULL, NULL, NULL);
insert into "api_token" (id, user_id, description, expires_at, prefix, token_digest, issued_by, generation, status_revision, created_at, updated_at, receipt_user, receipt_digest, receipt_expires_at)
  values ('tok_aaaaaaaaaaaaaacb', 'usr_aaaaaaaaaaaaaaaf', 'acme', '2026-01-01 00:00:00+00', 'polder_aaacc', E'\\x58a1de27a4f54f50d0010943ceeda040ef1ea49827e82e8c7a2c90f7fb6be4ff', 'acme', '1', '0', '2026-01-01 00:00:00+00', '2026-01-01 00:00:00+00', 'usr_aaaaaaaaaaaaaaac', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaacd', '2026-01-01 00:00:00+00');
insert into "idempotency_key" (token_id, key, digest, row_id, created_at)
  values ('tok_aaaaaaaaaaaaaaca', 'api_token', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaace', 'tok_aaaaaaaaaaaaaacb', '2026-01-01 00:00:00+00');
insert into "idempotency_key" (token_id, key, digest, row_id, created_at)
  values ('tok_aaaaaaaaaaaaaaca', 'custom_role', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaacf', 'rol_aaaaaaaaaaaaaabb', '2026-01-01 00:00:00+00');
insert into "idempotency_key" (token_id, key, digest, row_id, created_at)
  values ('tok_aaaaaaaaaaaaaaca', 'org_membership', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaacg', 'mem_aaaaaaaaaaaaaabd', '2026-01-01 00:00:00+00');
insert into "idempotency_key" (token_id, key, digest, row_id, created_at)
  values ('tok_aaaaaaaaaaaaaaca', 'org_quota', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaach', 'quo_aaaaaaaaaaaaaabf', '2026-01-01 00:00:00+00');
insert into "idempotency_key" (token_id, key, digest, row_id, created_at)
  values ('tok_aaaaaaaaaaaaaaca', 'organization', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaad', 'org_aaaaaaaaaaaaaaab', '2026-01-01 00:00:00+00');
insert into "idempotency_key" (token_id, key, digest, row_id, created_at)
  values ('tok_aaaaaaaaaaaaaaca', 'user', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaag', 'usr_aaaaaaaaaaaaaaaf', '2026-01-01 00:00:00+00');
insert into "idempotency_key" (token_id, key, digest, row_id, created_at)
  values ('tok_aaaaaaaaaaaaaaca', 'workspace_provider', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaai', 'wsp_aaaaaaaaaaaaaaah', '2026-01-01 00:00:00+00');
insert into "idempotency_key" (token_id, key, digest, row_id, created_at)
  values ('tok_aaaaaaaaaaaaaaca', 'workspace_provider_allowlist_entry', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaci', 'wpa_aaaaaaaaaaaaaabh', '2026-01-01 00:00:00+00');
insert into "revoked_token" (digest, revoked_at)
  values (E'\\x9ff69645b0c0dc0fc657fe5acd963c59f5fc6a007ab43a8971aa825845547e18', '2026-01-01 00:00:00+00');
