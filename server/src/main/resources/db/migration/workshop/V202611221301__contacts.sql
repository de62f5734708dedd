-- How somebody wants to be reached after a workshop, and what about; only those it was exchanged with see it.
create table workshop_contact (
  participant text primary key references workshop_participant (id),
  workshop text not null references workshop_workshop (id),
  name text not null,
  department text,
  reach text not null,
  helps text, -- „kann helfen bei“
  seeks text, -- „sucht“
  at timestamptz not null
);
create index workshop_contact_workshop on workshop_contact (workshop);

-- That somebody offered the card to somebody else; exchanged once both have.
create table workshop_contact_offer (
  workshop text not null references workshop_workshop (id),
  giver text not null references workshop_contact (participant) on delete cascade,
  receiver text not null references workshop_participant (id),
  at timestamptz not null,
  primary key (giver, receiver),
  check (giver <> receiver)
);
create index workshop_contact_offer_workshop on workshop_contact_offer (workshop);
create index workshop_contact_offer_receiver on workshop_contact_offer (receiver);
