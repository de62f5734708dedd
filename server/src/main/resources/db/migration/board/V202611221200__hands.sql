-- Who writes while notes are taken, and who orders them: lead or all.
alter table board_phase
  add column writers text not null default 'all',
  add column movers text not null default 'lead';
update board_phase set movers = 'all' where writing;
