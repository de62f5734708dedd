create table tenant_tenant (
  slug text primary key,
  name text not null,
  kind text not null,
  accent text not null,
  ags text,
  contact text,
  contributor_id text,
  created_at timestamptz not null default now()
);

create table tenant_department (
  id text primary key,
  tenant text not null references tenant_tenant (slug),
  name text not null,
  closed_at timestamptz,
  unique (tenant, name)
);

-- Who carries a thing together with its owner; counts once accepted.
create table tenant_co_host (
  ref text not null,
  tenant text not null references tenant_tenant (slug),
  owner text not null references tenant_tenant (slug),
  invited_at timestamptz not null,
  accepted_at timestamptz,
  primary key (ref, tenant)
);
create index tenant_co_host_tenant on tenant_co_host (tenant);

-- "tenant" trusts what "host" harvests from its people.
create table tenant_harvest_right (
  tenant text not null references tenant_tenant (slug),
  host text not null references tenant_tenant (slug),
  at timestamptz not null,
  primary key (tenant, host)
);
