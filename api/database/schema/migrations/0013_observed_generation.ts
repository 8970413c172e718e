// Where the generation in the clusters is worked out from the allowlist entries, no table keeps a copy.
export default `
alter table organization drop column observed_generation;
alter table custom_role drop column observed_generation;
alter table org_quota drop column observed_generation;
`
