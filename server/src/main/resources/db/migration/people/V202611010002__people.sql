create table people_person (
  id text primary key,
  kind text not null, -- account, guest, address
  name text not null,
  created_at timestamptz not null
);

create table people_account (
  person text primary key references people_person (id),
  email text not null unique, -- lower case
  password_hash text,
  operator_since timestamptz,
  closed_at timestamptz
);

create table people_role (
  person text not null references people_person (id),
  tenant text not null references tenant_tenant (slug),
  role text not null, -- officer, steward, facilitator, admin
  department text references tenant_department (id),
  granted_at timestamptz not null,
  primary key (person, tenant, role)
);
create index people_role_tenant on people_role (tenant, role);

-- A browser that is logged in; only the hash of its token is kept.
create table people_login (
  hash text primary key,
  person text not null references people_person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index people_login_expiry on people_login (expires_at);

create table people_login_failure (
  account text not null, -- hash of the address tried
  at timestamptz not null
);
create index people_login_failure_account on people_login_failure (account, at);

create table people_token (
  hash text primary key,
  person text not null references people_person (id),
  name text not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);
