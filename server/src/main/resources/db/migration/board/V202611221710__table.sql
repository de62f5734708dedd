-- The name of the table that wrote the note with one device; people on their own write without a name.
alter table board_note add column table_name text;
