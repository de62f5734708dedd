create table catalog_dataset (
  id text primary key,
  tenant text not null references tenant_tenant (slug),
  title text not null,
  description text not null,
  topic text,
  department text references tenant_department (id),
  license text,
  contact_function text,
  contact_email text, -- a function's mailbox
  contact_url text,
  attribution text,
  rhythm text,
  covers_from date,
  covers_to date,
  keywords text[] not null default '{}',
  state text not null, -- draft, submitted, sent_back, published, withdrawn
  state_at timestamptz not null,
  state_by text,
  state_reason text,
  created_at timestamptz not null,
  created_by text,
  changed_at timestamptz not null,
  published_at timestamptz, -- for the first time
  version integer not null default 1
);
create index catalog_dataset_tenant on catalog_dataset (tenant, state, published_at desc);
create index catalog_dataset_changed on catalog_dataset (changed_at) where state = 'published';

-- What a dataset came from.
create table catalog_origin (
  dataset text not null references catalog_dataset (id),
  position integer not null,
  title text not null,
  url text not null,
  ref text,
  primary key (dataset, position)
);
create index catalog_origin_ref on catalog_origin (ref);

create table catalog_file (
  id text primary key,
  dataset text not null references catalog_dataset (id),
  created_at timestamptz not null
);
create index catalog_file_dataset on catalog_file (dataset);

-- Every version of a file is kept.
create table catalog_file_version (
  file text not null references catalog_file (id),
  number integer not null,
  name text not null, -- as it was uploaded
  sha256 text not null, -- the original
  bytes bigint not null,
  uploaded_at timestamptz not null,
  uploaded_by text,
  corrections jsonb not null, -- what a person decided otherwise; kept for the next version
  reading jsonb not null, -- how it is read
  revision integer not null, -- how often it was read anew
  published_at timestamptz, -- null: not for the public yet
  primary key (file, number)
);

-- What was answered with yes when the dataset went public; once more each time.
create table catalog_check (
  dataset text not null references catalog_dataset (id),
  kind text not null, -- legal, personal_data, license, contact
  at timestamptz not null,
  person text,
  primary key (dataset, kind, at)
);
