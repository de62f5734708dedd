-- Guests keep their names where they gave them, in the workshop, and only as long as that says.
update people_person set name = '' where kind = 'guest' and name <> '';
