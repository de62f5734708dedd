create table reuse_use (
  id text primary key,
  tenant text not null references tenant_tenant (slug),
  dataset text not null references catalog_dataset (id),
  kind text not null, -- app, chart, article, internal, other
  title text not null,
  url text,
  department text,
  at timestamptz not null,
  person text references people_person (id),
  removed_at timestamptz,
  removed_why text
);
create index reuse_use_dataset on reuse_use (dataset, at);
