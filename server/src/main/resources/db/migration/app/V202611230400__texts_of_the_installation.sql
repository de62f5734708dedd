-- A text without a tenant is the installation's own.
alter table app_text drop constraint app_text_pkey;
alter table app_text alter column tenant drop not null;
alter table app_text add unique nulls not distinct (tenant, topic, lang, version);
