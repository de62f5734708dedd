-- The durable queue; columns as db-scheduler expects them.
create table base_task (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index base_task_due on base_task (execution_time);
create index base_task_heartbeat on base_task (last_heartbeat);

-- What a handler could not do in two days; the operator decides.
create table base_event_given_up (
  handler text not null,
  event_id text not null,
  occurrence text not null,
  failures int not null,
  error text not null,
  at timestamptz not null,
  primary key (handler, event_id)
);

create table base_submission (
  scope text not null,
  key text not null,
  result text,
  at timestamptz not null,
  primary key (scope, key)
);
create index base_submission_at on base_submission (at);

create table base_mail (
  id text primary key,
  message_id text not null unique,
  recipient text not null,
  subject text not null,
  text text not null,
  html text,
  locale text not null,
  unsubscribe_url text,
  queued_at timestamptz not null,
  sent_at timestamptz,
  attempts int not null default 0,
  next_attempt timestamptz,
  last_error text
);
comment on column base_mail.next_attempt is 'null: sent, or refused so often that it is not tried again';
create index base_mail_due on base_mail (next_attempt) where sent_at is null;
create index base_mail_recipient on base_mail (recipient, queued_at desc);
