-- Where the plenary or a group of a workshop meets, if a town uses a video or telephone system of its own.
create table workshop_meeting (
  workshop text not null references workshop_workshop (id),
  number integer not null check (number >= 0), -- of the group, counted from 1; 0: the plenary
  url text, -- takes the place of the video on the page
  phone text, -- beside it, for those who call; at least one of the two
  primary key (workshop, number),
  check (url is not null or phone is not null)
);
