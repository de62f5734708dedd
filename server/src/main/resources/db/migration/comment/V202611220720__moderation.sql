-- What a steward decided about a text; only ever added, and public but for the reason and the person.
create table comment_decision (
  id text primary key,
  tenant text not null references tenant_tenant (slug),
  about text not null, -- the text, such as wish:ID
  rule text not null, -- insult, personal, advertising, unlawful, other
  outcome text not null, -- kept, hidden, restored
  reason text not null, -- told to those concerned
  person text references people_person (id), -- who decided
  at timestamptz not null
);
create index comment_decision_tenant on comment_decision (tenant, at desc, id);
create index comment_decision_about on comment_decision (about, at);

-- Somebody finds that a text breaks a rule, or objects to a decision.
create table comment_report (
  id text primary key,
  tenant text not null references tenant_tenant (slug), -- who decides
  about text not null,
  rule text, -- null: an objection
  words text not null,
  person text references people_person (id), -- who wants an answer
  at timestamptz not null,
  decision text references comment_decision (id) -- null while it waits
);
create index comment_report_waiting on comment_report (tenant, at) where decision is null;
create index comment_report_about on comment_report (about);

-- Texts that are hidden now; their words are kept for as long as one can object.
create table comment_hidden (
  about text primary key,
  tenant text not null references tenant_tenant (slug),
  decision text not null references comment_decision (id),
  words jsonb, -- null once they are gone for good
  at timestamptz not null
);
create index comment_hidden_tenant on comment_hidden (tenant, at desc);
