-- What opening a phase does to board, video and groups.
alter table workshop_phase
  add column writers text not null default 'nobody', -- who writes notes: nobody, lead, all
  add column movers text not null default 'lead', -- who orders them: lead, all
  add column covered boolean not null default false, -- others' notes, until they are revealed
  add column video text not null default 'plenary', -- off, plenary, groups
  add column groups text not null default 'none'; -- none, same, new
update workshop_phase set writers = 'all', movers = 'all' where kind = 'collect';

alter table workshop_workshop
  add column agenda_version integer not null default 1, -- counts changes of the agenda
  add column version integer not null default 1, -- counts changes of what was announced
  add column canceled_at timestamptz,
  add column canceled_by text references people_person (id),
  add column cancelation text; -- the reason, told to everybody
