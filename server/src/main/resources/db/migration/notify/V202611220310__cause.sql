-- Why the person was told: follow, own (it is about what the person did), or subscription:ID.
alter table notify_notice add column cause text not null default 'follow';
