// The roles of a membership are of its organization, which the database itself holds to.
export default `
alter table custom_role add constraint custom_role_in_place unique (organization_id, id);
alter table org_membership add constraint org_membership_in_place unique (organization_id, id);
alter table org_membership_role add column organization_id text;
update org_membership_role r set organization_id = m.organization_id
  from org_membership m where m.id = r.org_membership_id;
alter table org_membership_role
  alter column organization_id set not null,
  drop constraint org_membership_role_org_membership_fkey,
  drop constraint org_membership_role_custom_role_fkey,
  add constraint org_membership_role_org_membership_fkey foreign key (organization_id, org_membership_id)
    references org_membership (organization_id, id) on delete cascade,
  add constraint org_membership_role_custom_role_fkey foreign key (organization_id, custom_role_id)
    references custom_role (organization_id, id) on delete cascade;
`
