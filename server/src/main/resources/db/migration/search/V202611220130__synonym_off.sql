-- A synonym of the whole installation that a tenant does not want for itself. A row stays when it is wanted again.
create table search_synonym_off (
  tenant text not null references tenant_tenant (slug),
  synonym text not null references search_synonym (id),
  off boolean not null,
  written_by xid8 not null default pg_current_xact_id(),
  primary key (tenant, synonym)
);
