-- What people decided: the telling words of a text, in alphabetical order, and the topic chosen for it.
create table catalog_topic_choice (
  number bigint generated always as identity primary key,
  tenant text not null references tenant_tenant (slug),
  topic text not null,
  words text not null,
  at timestamptz not null,
  unique (tenant, topic, words)
);
