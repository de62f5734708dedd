-- Since when nobody has anything to write to the address; null while somebody has.
alter table people_address add column idle_since timestamptz;
