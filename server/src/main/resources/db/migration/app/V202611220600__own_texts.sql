-- What a tenant says in its own words, every version; the newest counts, an empty one brings back ours.
create table app_text (
  tenant text not null references tenant_tenant (slug),
  topic text not null,
  lang text not null,
  version int not null,
  body text not null,
  written_at timestamptz not null,
  written_by text,
  primary key (tenant, topic, lang, version)
);

-- Barriers that readers met; the address is for the answer alone.
create table app_barrier (
  id text primary key,
  tenant text not null references tenant_tenant (slug),
  page text not null,
  text text not null,
  contact text,
  reported_at timestamptz not null,
  answered_at timestamptz,
  answered_by text
);
create index app_barrier_open on app_barrier (tenant, reported_at) where answered_at is null;
