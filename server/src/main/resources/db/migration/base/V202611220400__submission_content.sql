-- What a submission brought, as a digest: the same key with something else is an error.
alter table base_submission add column content text;
