create table people_invitation (
  id text primary key,
  tenant text not null references tenant_tenant (slug),
  email text not null, -- lower case
  roles text not null, -- words separated by blanks
  department text references tenant_department (id),
  invited_at timestamptz not null,
  accepted_at timestamptz
);
create index people_invitation_tenant on people_invitation (tenant, invited_at);
