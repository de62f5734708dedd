-- Who wrote something without login within the last hour, to stop whoever writes too fast.
create table base_writing (
  source text not null, -- a signature of the browser's cookie or of the network address
  at timestamptz not null
);
create index base_writing_source on base_writing (source, at);
create index base_writing_at on base_writing (at);
