-- Under whose name a workshop's cards and dots from paper lie on its board: a pseudonym of its own, nobody in the room.
create table workshop_paper (
  workshop text primary key references workshop_workshop (id),
  person text not null references people_person (id)
);
