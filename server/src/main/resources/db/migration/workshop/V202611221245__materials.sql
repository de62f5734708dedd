-- What belongs to a workshop to be read or seen: slides, a report, a link.
create table workshop_material (
  id text primary key,
  workshop text not null references workshop_workshop (id),
  kind text not null, -- talk, slides, report, picture, other
  title text not null,
  url text, -- where it is; null: it is a file here
  sha256 text, -- the file
  bytes bigint,
  name text, -- of the file
  license text, -- short name of the list of licences
  credit text, -- who made it, and who took the pictures
  shown text not null, -- now, or with the results
  at timestamptz not null,
  by text references people_person (id),
  check ((url is null) <> (sha256 is null)),
  check (sha256 is null or (bytes is not null and name is not null and license is not null and credit is not null))
);
create index workshop_material_workshop on workshop_material (workshop);
