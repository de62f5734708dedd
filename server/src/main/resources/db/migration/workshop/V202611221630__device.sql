-- Several people at a table may share one device, which takes part as one.
alter table workshop_participant
  add column people int not null default 1 check (people > 0), -- who share the device, all counted
  add column companions text; -- who else sits there, as they wrote it
-- How many people besides those with a number are there; both together never exceed the capacity.
alter table workshop_workshop add column companions int not null default 0;
