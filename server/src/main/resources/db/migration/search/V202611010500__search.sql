-- What can be found, as its owner last said. A row stays when the thing is gone, so that every node hears of it.
create table search_document (
  kind text not null,
  id text not null,
  tenant text not null references tenant_tenant (slug),
  visibility text not null check (visibility in ('PUBLIC', 'INTERNAL')),
  title text not null,
  text text not null,
  columns text[] not null,
  lang text not null,
  url text not null,
  topic text,
  theme text,
  at timestamptz not null,
  removed boolean not null default false,
  written_by xid8 not null default pg_current_xact_id(),
  primary key (kind, id)
);

-- A node asks for what was written by transactions settled since it last asked.
create index search_document_written_by on search_document (written_by);

-- Everyday words and what offices call them; tenant null: for the whole installation.
create table search_synonym (
  id text primary key,
  tenant text references tenant_tenant (slug),
  word text not null,
  means text not null,
  active boolean not null default true,
  written_by xid8 not null default pg_current_xact_id(),
  unique nulls not distinct (tenant, word, means)
);
