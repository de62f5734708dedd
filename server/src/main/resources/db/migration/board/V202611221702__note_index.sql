-- Boards are read whole. Without rank and zone in an index, moving a note writes only the note (a heap-only update).
drop index board_note_board;
create index board_note_board on board_note (board);
alter table board_note set (fillfactor = 80);
