-- A removed tenant is left as a name, because threads of others say it.
alter table tenant_tenant add column removed_at timestamptz;
