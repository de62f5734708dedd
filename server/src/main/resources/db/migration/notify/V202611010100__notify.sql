-- Who wants to know what becomes of what.
create table notify_follow (
  person text not null references people_person (id),
  ref text not null,
  since timestamptz not null,
  primary key (person, ref)
);
create index notify_follow_ref on notify_follow (ref);

-- One piece of news for one person; reached_at once it went out to an address that may be written to.
create table notify_notice (
  id text primary key,
  person text not null references people_person (id),
  tenant text not null references tenant_tenant (slug),
  about text not null,
  step text not null,
  url text not null,
  content jsonb not null,
  at timestamptz not null,
  reached_at timestamptz,
  read_at timestamptz,
  unique (person, about, step)
);
create index notify_notice_inbox on notify_notice (person, at desc);
create index notify_notice_about on notify_notice (about, at);
