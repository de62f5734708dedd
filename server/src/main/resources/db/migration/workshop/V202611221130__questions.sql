-- A question to all in a workshop, asked in its room. What became of it stands in the same row, because it is one thing.
create table workshop_question (
  id text primary key,
  workshop text not null references workshop_workshop (id),
  author text references people_person (id), -- who is told of the answer; nobody else learns it
  name text, -- shown in the room; null: asked without
  text text not null,
  at timestamptz not null,
  called_at timestamptz, -- since when it is being answered aloud
  called_by text references people_person (id),
  answered_at timestamptz,
  answered_by text references people_person (id),
  answer text, -- null: answered aloud and not written down
  removed_at timestamptz,
  removed_by text references people_person (id),
  removal text, -- the reason
  check (answer is null or answered_at is not null),
  check ((removal is null) = (removed_at is null))
);
create index workshop_question_workshop on workshop_question (workshop, at);
create index workshop_question_author on workshop_question (author, at);

-- That somebody wants to know the same. Who it was goes in time, the count stays.
create table workshop_question_support (
  id text primary key,
  question text not null references workshop_question (id),
  person text references people_person (id),
  at timestamptz not null,
  unique (question, person)
);
