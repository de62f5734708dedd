-- What one can register for, as the module that owns it handed it down. Whoever changes who has a seat locks this row first.
create table registration_offering (
  about text primary key, -- kind:id
  tenant text not null references tenant_tenant (slug),
  title text not null,
  url text not null,
  place text,
  capacity integer not null check (capacity >= 0),
  largest_group integer not null check (largest_group > 0),
  opens_at timestamptz not null,
  closes_at timestamptz not null, -- no registration and no offer after it
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  delete_on date not null, -- from then on it knows numbers only
  forgotten_at timestamptz,
  check (opens_at < closes_at and starts_at < ends_at)
);
create index registration_offering_start on registration_offering (starts_at);

create table registration_registration (
  id text primary key,
  about text not null references registration_offering (about),
  person text references people_person (id), -- null once forgotten
  state text not null, -- confirmed, waitlisted, offered, canceled, lapsed
  name text not null,
  municipality text references tenant_tenant (slug), -- null: another one
  department text,
  people integer not null check (people > 0),
  registered_at timestamptz not null,
  confirm_by timestamptz, -- until then the address has to be confirmed; null when it is
  waitlisted_at timestamptz, -- decides the order, never registered_at: who comes back goes to the end
  priority_at timestamptz, -- set by an organiser, with a reason in registration_change
  called_at timestamptz, -- on the last day: may take a free seat before others do
  offered_until timestamptz
);
-- One live registration per person; the address behind a person is known to people_address only.
create unique index registration_registration_live on registration_registration (about, person)
  where state in ('confirmed', 'waitlisted', 'offered');
create index registration_registration_about on registration_registration (about, state);
create index registration_registration_person on registration_registration (person);

-- Everything that changed who has a seat, and why it did or did not; only ever added.
create table registration_change (
  number bigint generated always as identity primary key,
  about text not null references registration_offering (about),
  registration text references registration_registration (id),
  kind text not null,
  people integer, -- how many seats it was about
  free integer, -- how many were free then
  reason text, -- given by an organiser
  person text references people_person (id), -- the organiser
  at timestamptz not null
);
create index registration_change_about on registration_change (about, number);
-- That somebody was passed over is said once per cause and number of free seats, not at every sweep.
create unique index registration_change_passed on registration_change (registration, kind, free)
  where kind in ('too_large', 'not_confirmed', 'contingent_full');

-- That somebody came.
create table registration_check_in (
  registration text primary key references registration_registration (id),
  people integer not null check (people > 0),
  by text references people_person (id),
  at timestamptz not null
);
