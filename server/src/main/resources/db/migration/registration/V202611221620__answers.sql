-- What somebody answered to the questions asked with a registration; gone once the module that asked has taken it.
create table registration_answer (
  registration text not null references registration_registration (id),
  question text not null,
  value text not null,
  primary key (registration, question, value)
);
