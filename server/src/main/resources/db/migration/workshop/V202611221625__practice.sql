-- A board somebody tries before a workshop; gone with the board a day later at the latest.
create table workshop_practice (
  id text primary key, -- its board belongs to practice:ID
  tenant text not null references tenant_tenant (slug),
  workshop text not null references workshop_workshop (id),
  person text not null references people_person (id), -- without a name
  begun_at timestamptz not null,
  ended_at timestamptz -- thrown away by the person, or too old
);
create index workshop_practice_workshop on workshop_practice (workshop);
create index workshop_practice_person on workshop_practice (person);
