-- A board belongs to something above it (owner, such as workshop:ID); "seq" counts its operations.
create table board_board (
  id text primary key,
  tenant text not null references tenant_tenant (slug),
  owner text not null unique,
  url text not null, -- the page that shows the board
  phase text, -- the open one of board_phase, null before the first
  locked boolean not null default false,
  seq bigint not null default 0,
  created_at timestamptz not null
);

create table board_phase (
  board text not null references board_board (id),
  key text not null,
  position int not null,
  title text not null,
  task text not null,
  hat text not null, -- private_or_club, department, administration
  writing boolean not null,
  dots int not null, -- how many each person has; 0: none are given
  totals boolean not null, -- whether others' dots are shown as totals
  shows text[] not null, -- phases whose zones are shown besides its own
  primary key (board, key)
);

create table board_zone (
  id text primary key,
  board text not null,
  phase text not null,
  position int not null,
  title text not null,
  hidden boolean not null, -- others' notes are covered until they are revealed
  foreign key (board, phase) references board_phase (board, key)
);
create index board_zone_board on board_zone (board);

create table board_note (
  id text primary key,
  board text not null references board_board (id),
  zone text not null references board_zone (id),
  rank text collate "C" not null,
  text text not null check (char_length(text) between 1 and 500),
  hat text not null,
  author text references people_person (id), -- null once the person was erased
  stacked_on text references board_note (id),
  version int not null default 1, -- counts changes of the words
  seq bigint not null, -- the last operation that touched it
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index board_note_board on board_note (board, zone, rank);
create index board_note_author on board_note (author);

create table board_dot (
  note text not null references board_note (id),
  phase text not null,
  person text references people_person (id), -- null once the person was erased
  count int not null check (count > 0),
  unique (note, phase, person)
);
create index board_dot_person on board_dot (person);

-- The log: what was acknowledged stands here, in the order everybody sees.
create table board_op (
  board text not null references board_board (id),
  seq bigint not null,
  op_id text not null, -- chosen by the client; sent twice it counts once
  actor text references people_person (id), -- null for the installation or an erased person
  kind text not null,
  target text,
  base_version int,
  payload jsonb not null,
  notes text[] not null, -- every note it touched
  at timestamptz not null,
  primary key (board, seq),
  unique (board, op_id)
);
create index board_op_actor on board_op (actor);
