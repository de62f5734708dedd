-- The installation's secrets; one row each, made at the first start.
create table base_secret (
  name text primary key,
  value text not null
);

-- Who did what when; only ever inserted.
create table base_audit (
  id text primary key,
  tenant text,
  person text,
  action text not null,
  ref text not null,
  at timestamptz not null
);
create index base_audit_tenant on base_audit (tenant, at desc);
create index base_audit_ref on base_audit (ref, at);
