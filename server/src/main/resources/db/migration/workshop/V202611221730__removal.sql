-- A line taken out of the agenda; its row stays at its place, so that it can be put back as it was.
create table workshop_phase_removal (
  phase text primary key references workshop_phase (id) on delete cascade,
  zones text[] not null, -- the headings its notes stood under
  at timestamptz not null
);
