-- What those who lead, or who take part, have done in a room; it holds until it is ended.
create table workshop_act (
  id text primary key,
  workshop text not null references workshop_workshop (id),
  kind text not null, -- hand, help, announcement, spotlight, mute, removal, groups, visit, lead, rehearsal
  participant text references workshop_participant (id), -- who raises the hand, is muted or removed
  person text references people_person (id), -- who leads too, or visits a group
  note text, -- of the board
  round text references workshop_round (id),
  number integer, -- of the group
  words text,
  at timestamptz not null,
  by text references people_person (id),
  ended_at timestamptz, -- lies ahead while groups are being called back
  ended_by text references people_person (id)
);
create index workshop_act_workshop on workshop_act (workshop);
create index workshop_act_participant on workshop_act (participant);
create unique index workshop_act_once on workshop_act (workshop, kind, participant, person, number)
  nulls not distinct where ended_at is null;
