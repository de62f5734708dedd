-- What somebody answered when joining, so that the groups can be mixed; goes the day after the workshop.
create table workshop_answer (
  participant text not null references workshop_participant (id),
  workshop text not null references workshop_workshop (id),
  question text not null, -- rank, knowledge, practice, need
  value text not null,
  primary key (participant, question, value)
);
create index workshop_answer_workshop on workshop_answer (workshop);

-- Who leads a group, and who has not come or has gone.
create table workshop_group_part (
  participant text primary key references workshop_participant (id),
  workshop text not null references workshop_workshop (id),
  part text not null -- leads, away
);
create index workshop_group_part_workshop on workshop_group_part (workshop);

-- Two who stay in one group, or never meet in one; goes the day after the workshop.
create table workshop_group_rule (
  id text primary key,
  workshop text not null references workshop_workshop (id),
  kind text not null, -- together, apart
  one text not null references workshop_participant (id),
  other text not null references workshop_participant (id),
  check (one <> other)
);
create index workshop_group_rule_workshop on workshop_group_rule (workshop);

-- Groups formed for a part of the workshop.
create table workshop_round (
  id text primary key,
  workshop text not null references workshop_workshop (id),
  number integer not null,
  groups integer not null check (groups > 0),
  blends text not null, -- such as department:mix knowledge:tandem
  open_to_all text not null, -- the groups whose place anybody can reach, counted from 1; empty: all
  version integer not null default 1,
  formed_at timestamptz not null,
  released_at timestamptz, -- since when the participants see it
  unique (workshop, number)
);

create table workshop_seat (
  round text not null references workshop_round (id) on delete cascade,
  participant text not null references workshop_participant (id),
  number integer not null, -- of the group, counted from 1
  primary key (round, participant)
);
create index workshop_seat_participant on workshop_seat (participant);
