// When a shared provider was first about to claim its namespace; rows from before cannot tell, so contact stands for it.
export default `
alter table workspace_provider add column touched_at timestamptz;
update workspace_provider set touched_at = now() where kubernetes_version is not null;
`
