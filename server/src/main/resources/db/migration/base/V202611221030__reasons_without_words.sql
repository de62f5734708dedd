alter table base_task add column last_error text;
comment on column base_task.last_error is 'of which kind its last failure was and where, without what somebody wrote';

-- The message of a failure may repeat what somebody wrote; its kind stays.
update base_event_given_up set error = split_part(error, ':', 1);
