// Who issued a token for somebody else, also after they are deleted: no foreign key. Null is the deployment or its operator.
// Nobody knows who issued the tokens from before: those of users without site roles count as issued by a stranger.
export default `
alter table token add column issued_by text;
update token set issued_by = 'unknown' from "user" where "user".id = token.user_id and "user".site_roles = '{}';
`
