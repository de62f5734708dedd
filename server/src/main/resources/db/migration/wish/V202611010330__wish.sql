-- What people need. "state" and "moved_at" are shadows of wish_step, written in the same transaction, for lists.
create table wish_wish (
  id text primary key,
  tenant text not null references tenant_tenant (slug), -- whom it was told to
  carrier text not null references tenant_tenant (slug), -- who decides on it
  offered_to text references tenant_tenant (slug), -- forwarded, not answered yet
  host text references tenant_tenant (slug), -- who harvested it
  need text not null check (length(need) <= 2000),
  purpose text,
  question text,
  problem text,
  enables text,
  hat text not null,
  organisation text,
  topic text,
  granularity text,
  freshness text,
  form text,
  urgency text,
  workaround text,
  visibility text not null, -- internal, public
  wisher text references people_person (id),
  wisher_name text not null,
  origin_title text,
  origin_url text,
  origin_ref text,
  merged_into text references wish_wish (id),
  state text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  moved_at timestamptz not null
);
create index wish_wish_tenant on wish_wish (tenant, state, moved_at desc);
create index wish_wish_carrier on wish_wish (carrier, state, moved_at desc);
create index wish_wish_offered on wish_wish (offered_to) where offered_to is not null;
create index wish_wish_origin on wish_wish (origin_ref) where origin_ref is not null;

-- What a department could open.
create table wish_potential (
  id text primary key,
  tenant text not null references tenant_tenant (slug),
  host text references tenant_tenant (slug),
  title text not null,
  summary text,
  topic text,
  department text references tenant_department (id),
  contact_role text,
  procedure text,
  columns_sketch text,
  area text,
  time_span text,
  rhythm text,
  current_form text,
  screening text,
  published_elsewhere text,
  personal_data text not null, -- none, aggregated, pseudonymous, personal, unknown
  obstacles text[] not null default '{}',
  remedy text,
  quality text,
  effort text, -- s, m, l
  effort_update text,
  license text,
  high_value boolean not null default false,
  internal_users text,
  visibility text not null,
  accepted_at timestamptz, -- null: harvested for a tenant that has not accepted it yet
  offered_by text references people_person (id),
  origin_title text,
  origin_url text,
  origin_ref text,
  version integer not null default 1,
  created_at timestamptz not null
);
create index wish_potential_tenant on wish_potential (tenant, created_at desc);
create index wish_potential_origin on wish_potential (origin_ref) where origin_ref is not null;

-- The workshop notes a wish or potential began with; a note is harvested once.
create table wish_note (
  note text primary key,
  wish text references wish_wish (id),
  potential text references wish_potential (id),
  slip text not null,
  hat text not null,
  author text references people_person (id),
  pseudonym text not null,
  phase text not null,
  dots integer not null,
  written_at timestamptz not null,
  check (num_nonnulls(wish, potential) = 1)
);
create index wish_note_wish on wish_note (wish);
create index wish_note_potential on wish_note (potential);

-- Everybody who needs it, the wisher included; a person counts once.
create table wish_support (
  id text primary key,
  wish text not null references wish_wish (id),
  person text references people_person (id),
  source text not null, -- wisher, note, support
  hat text not null,
  circle text not null,
  organisation text,
  submission text,
  at timestamptz not null,
  unique (wish, person),
  unique (wish, submission)
);

-- What happened to a wish; only ever added.
create table wish_step (
  id text primary key,
  number bigint generated always as identity,
  wish text not null references wish_wish (id),
  kind text not null,
  key text not null,
  at timestamptz not null,
  tenant text not null references tenant_tenant (slug),
  person text references people_person (id),
  title text,
  text text,
  code text,
  ref text,
  url text,
  unique (wish, key)
);
create index wish_step_wish on wish_step (wish, number);

-- Which data answer a wish, decided by a person.
create table wish_match (
  id text primary key,
  wish text not null references wish_wish (id),
  target text not null, -- potential:ID or dataset:ID
  target_tenant text not null references tenant_tenant (slug),
  title text not null,
  url text,
  kind text not null, -- exact, partial, derivable, substitute
  gap text,
  score integer,
  reasons text[] not null default '{}',
  decided_by text references people_person (id),
  at timestamptz not null,
  unique (wish, target)
);
create index wish_match_target on wish_match (target);

-- Which commitment answers a wish, and the dataset in which it is kept.
create table wish_commitment (
  commitment text primary key,
  wish text not null references wish_wish (id),
  department text not null,
  due_on date not null,
  dataset text,
  at timestamptz not null
);
create index wish_commitment_wish on wish_commitment (wish, at desc);
create index wish_commitment_dataset on wish_commitment (dataset) where dataset is not null;

-- A rank given by a person instead of the computed one.
create table wish_rank (
  wish text primary key references wish_wish (id),
  rank integer not null,
  reason text not null,
  person text references people_person (id),
  at timestamptz not null
);
