-- Parts of a tenant by the names people use for them, such as Asberg; closed ones are not offered any more.
create table tenant_place (
  id text primary key,
  tenant text not null references tenant_tenant (slug),
  name text not null,
  closed_at timestamptz,
  unique (tenant, name)
);
