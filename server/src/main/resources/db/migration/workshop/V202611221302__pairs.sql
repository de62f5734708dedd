-- Who wants to get to know others in pairs while people arrive.
create table workshop_pair_wish (
  participant text primary key references workshop_participant (id),
  workshop text not null references workshop_workshop (id),
  shows_card boolean not null, -- what the person can help with and looks for
  at timestamptz not null
);
create index workshop_pair_wish_workshop on workshop_pair_wish (workshop);

-- Some minutes in which those who sit together talk; nobody meets the same person twice.
create table workshop_pair_round (
  id text primary key,
  workshop text not null references workshop_workshop (id),
  number integer not null,
  started_at timestamptz not null,
  ends_at timestamptz not null,
  unique (workshop, number)
);

create table workshop_pair_seat (
  round text not null references workshop_pair_round (id),
  participant text not null references workshop_participant (id),
  number integer not null, -- of the pair, counted from 1; two or three share one
  primary key (round, participant)
);
create index workshop_pair_seat_participant on workshop_pair_seat (participant);
