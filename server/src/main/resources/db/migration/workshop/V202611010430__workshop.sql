create table workshop_workshop (
  id text primary key,
  tenant text not null references tenant_tenant (slug),
  title text not null,
  place text,
  online_url text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity integer not null check (capacity > 0),
  join_code text not null unique,
  last_number integer not null default 0, -- counts the participants' pseudonyms
  created_at timestamptz not null,
  created_by text references people_person (id),
  released_at timestamptz,
  released_by text references people_person (id),
  check (ends_at > starts_at)
);
create index workshop_workshop_tenant on workshop_workshop (tenant, starts_at);

-- One line of the agenda; those that are a step are gone through in the room, where the board knows them by this id.
create table workshop_phase (
  id text primary key,
  workshop text not null references workshop_workshop (id),
  position integer not null,
  kind text not null, -- arrival, input, break, collect, dots, review, feedback
  title text not null,
  instruction text not null,
  minutes integer not null,
  hat text not null, -- the one a note is written with when its author chooses none
  dots integer not null, -- how many each person has in this phase
  unique (workshop, position)
);

-- That a phase was open, from when to when and by whom; a phase may be opened again.
create table workshop_opening (
  id text primary key,
  workshop text not null references workshop_workshop (id),
  phase text not null references workshop_phase (id),
  opened_at timestamptz not null,
  opened_by text references people_person (id),
  ends_at timestamptz not null, -- what the clock in the room counts down to
  closed_at timestamptz,
  closed_by text references people_person (id)
);
create unique index workshop_opening_one on workshop_opening (workshop) where closed_at is null;
create index workshop_opening_phase on workshop_opening (phase);

create table workshop_participant (
  id text primary key,
  workshop text not null references workshop_workshop (id),
  person text not null unique references people_person (id),
  number integer not null,
  name text not null,
  tenant text references tenant_tenant (slug), -- null: another municipality
  department text,
  joined_at timestamptz not null,
  unique (workshop, number)
);

-- Wrong join codes of the last minutes; who tried is kept only as a keyed hash.
create table workshop_wrong_code (
  source text not null,
  at timestamptz not null
);
create index workshop_wrong_code_source on workshop_wrong_code (source, at);

-- What a note became. Notes merged into another one point to it.
create table workshop_harvest (
  note text primary key,
  workshop text not null references workshop_workshop (id),
  kind text not null, -- wish, potential, challenge, idea, experience, question
  text text not null,
  topic text,
  tenant text not null references tenant_tenant (slug), -- whom it belongs to
  target text, -- wish:ID or potential:ID
  merged_into text references workshop_harvest (note),
  at timestamptz not null,
  by text references people_person (id)
);
create index workshop_harvest_workshop on workshop_harvest (workshop);
