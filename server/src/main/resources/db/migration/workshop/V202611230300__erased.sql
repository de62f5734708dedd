-- When all that is known of the person was erased; the place opens nothing from then on.
alter table workshop_participant add column erased_at timestamptz;
