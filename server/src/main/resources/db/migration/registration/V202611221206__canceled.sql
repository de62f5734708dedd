-- Since when the thing itself is called off: nobody is reminded of it any more.
alter table registration_offering add column canceled_at timestamptz;
