-- That somebody wants to hear of all that is new about something in a tenant.
create table notify_subscription (
  id text primary key,
  person text not null references people_person (id),
  tenant text not null references tenant_tenant (slug),
  subject text not null, -- tenant:SLUG, topic:ID or department:ID
  tempo text not null, -- at_once, daily, weekly
  since timestamptz not null,
  digested_at timestamptz not null, -- when its last digest was due
  unique (person, tenant, subject)
);
create index notify_subscription_subject on notify_subscription (tenant, subject);

-- daily or weekly: goes out with the next digest of that tempo; null: goes out by itself
alter table notify_notice add column digest text;
create index notify_notice_digest on notify_notice (person, digest)
  where digest is not null and reached_at is null;
create index notify_notice_at on notify_notice (at);

-- What is left of old notices: how many people were told, without saying who.
create table notify_told (
  about text not null,
  step text not null,
  at timestamptz not null,
  people integer not null,
  primary key (about, step)
);
