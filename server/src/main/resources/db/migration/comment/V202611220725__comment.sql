-- Questions, additions and answers below a thing, oldest first.
create table comment_comment (
  id text primary key,
  tenant text not null references tenant_tenant (slug), -- who carries the thing, and moderates
  about text not null, -- the thing, such as wish:ID
  kind text not null, -- comment, objection
  words text not null,
  name text not null, -- as the writer wants to be called, empty for nobody in particular
  office text, -- in whose name staff wrote it
  person text references people_person (id),
  at timestamptz not null,
  shown_at timestamptz -- null until the address is confirmed
);
create index comment_comment_about on comment_comment (about, shown_at);
create index comment_comment_person on comment_comment (person) where person is not null;
