create table plan_commitment (
  id text primary key,
  tenant text not null references tenant_tenant (slug),
  about text not null, -- reference to what it is for
  title text not null,
  url text not null,
  department text not null references tenant_department (id),
  owner text not null, -- the responsible function, public
  officer text references people_person (id), -- internal
  due_on date not null,
  text text,
  state text not null,
  made_at timestamptz not null,
  made_by text references people_person (id),
  kept_at timestamptz,
  dataset text,
  version int not null default 0
);
create index plan_commitment_tenant on plan_commitment (tenant, due_on);
create index plan_commitment_about on plan_commitment (about);
create index plan_commitment_officer on plan_commitment (officer);

-- The public log of a commitment; only ever inserted.
create table plan_progress (
  id text primary key,
  commitment text not null references plan_commitment (id),
  at timestamptz not null,
  person text references people_person (id),
  state text,
  note text,
  due_before date,
  due_after date
);
create index plan_progress_commitment on plan_progress (commitment, at);

-- For which due dates lateness was told.
create table plan_overdue (
  commitment text not null references plan_commitment (id),
  due_on date not null,
  primary key (commitment, due_on)
);
