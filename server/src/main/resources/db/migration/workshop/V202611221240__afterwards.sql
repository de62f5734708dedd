-- Until when people may go on writing after the last phase of a workshop.
create table workshop_afterwards (
  workshop text primary key references workshop_workshop (id),
  until timestamptz not null,
  opened_at timestamptz not null,
  opened_by text references people_person (id),
  closed_at timestamptz, -- set by hand, or once the time is up
  closed_by text references people_person (id)
);

-- That a workshop is the next run of another one.
create table workshop_run (
  workshop text primary key references workshop_workshop (id),
  before text not null references workshop_workshop (id),
  at timestamptz not null,
  by text references people_person (id)
);
create index workshop_run_before on workshop_run (before);

-- A note of the run before that lies parked on the board of this one.
create table workshop_carried (
  workshop text not null references workshop_workshop (id),
  source text not null, -- the note it was
  note text not null, -- the note it is
  primary key (workshop, source)
);
create index workshop_carried_note on workshop_carried (note);

-- What somebody says at the end about the workshop itself.
create table workshop_feedback (
  id text primary key,
  workshop text not null references workshop_workshop (id),
  author text references people_person (id), -- who is told what becomes of it; nobody else learns it
  text text not null,
  at timestamptz not null
);
create index workshop_feedback_workshop on workshop_feedback (workshop);
create index workshop_feedback_author on workshop_feedback (author);

-- What those who lead do otherwise next time.
create table workshop_improvement (
  id text primary key,
  workshop text not null references workshop_workshop (id), -- the one it was learned from
  feedback text unique references workshop_feedback (id), -- null: nobody had to say it
  sentence text not null,
  state text not null, -- intended, done, dropped
  at timestamptz not null,
  by text references people_person (id)
);
create index workshop_improvement_workshop on workshop_improvement (workshop);
