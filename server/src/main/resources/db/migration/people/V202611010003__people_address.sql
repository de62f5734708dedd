-- Where somebody wants to be told; used only once confirmed.
create table people_address (
  person text primary key references people_person (id),
  email text not null, -- lower case
  locale text not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz
);
create index people_address_email on people_address (email);
