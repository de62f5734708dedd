-- What is shown in a talk of the agenda.
create table workshop_slide (
  id text primary key,
  phase text not null references workshop_phase (id) on delete cascade,
  position integer not null,
  depth text not null, -- basics, more
  words text not null, -- what stands on it, for those who do not see it
  type text not null, -- image/png, image/jpeg, image/webp
  sha256 text not null
);
create index workshop_slide_phase on workshop_slide (phase, position);

-- A question with a few answers, asked between two bites of a talk.
create table workshop_vote (
  id text primary key,
  phase text not null references workshop_phase (id) on delete cascade,
  question text not null,
  answers text[] not null,
  counts integer[] not null default '{}', -- of each answer, once it is closed
  created_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz
);
create index workshop_vote_phase on workshop_vote (phase);

-- Who chose what while a vote is open; closing it counts and deletes them.
create table workshop_vote_choice (
  id text primary key,
  vote text not null references workshop_vote (id) on delete cascade,
  participant text not null references workshop_participant (id) on delete cascade,
  answer integer not null,
  unique (vote, participant)
);
create index workshop_vote_choice_participant on workshop_vote_choice (participant);

-- Where a talk is.
create table workshop_talk (
  phase text primary key references workshop_phase (id) on delete cascade,
  slide text references workshop_slide (id) on delete set null, -- the one shown
  reached integer not null default -1, -- the furthest place shown
  vote text references workshop_vote (id) on delete set null, -- the one shown in place of it
  at timestamptz not null
);
create index workshop_talk_slide on workshop_talk (slide);
create index workshop_talk_vote on workshop_talk (vote);
