-- How the groups work in a phase, until when a note comes in time, and who may mark notes.
alter table board_phase
  add column groups text not null default 'together', -- together, apart, walk
  add column marking boolean not null default false, -- participants mark effort and risk too
  add column ends_at timestamptz, -- a note after that is late
  add column done boolean not null default false; -- was closed once: every note after that is late

-- The group that writes in the zone; null for everybody's.
alter table board_zone add column group_number int;

alter table board_note
  add column group_number int, -- of the zone it was written in; a note keeps its group
  add column late boolean not null default false,
  add column effort text, -- low, medium, high
  add column risk text, -- risk, legal
  add column parked_at timestamptz,
  add column parked_by text references people_person (id); -- null once the person was erased
create index board_note_parked_by on board_note (parked_by);

-- A short reply to a note.
create table board_comment (
  id text primary key,
  note text not null references board_note (id),
  author text references people_person (id), -- null once the person was erased
  text text not null check (char_length(text) between 1 and 200),
  seq bigint not null, -- the operation that brought it
  created_at timestamptz not null
);
create index board_comment_note on board_comment (note);
create index board_comment_author on board_comment (author);

-- What takes an operation back, as operations of the protocol; and which operation this one took back.
alter table board_op add column undo jsonb, add column undoes bigint;
create index board_op_undoes on board_op (board, undoes) where undoes is not null;
