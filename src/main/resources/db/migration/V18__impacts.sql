-- What a candidate release would change, worked out over a population. Nobody is named in any of it:
-- content is the result as JSON, with small numbers withheld and without anything personal.
create table impact (
  id         uuid primary key,
  release    text not null,
  base       text not null,
  on_day     date not null,
  -- one scheme only; null for all
  scheme     text,
  -- how many invented people; null for those who registered and consent
  invented   int,
  state      text not null check (state in ('running', 'done', 'stopped')),
  people     int not null default 0,
  content    text,
  begun_at   timestamptz not null,
  begun_by   uuid not null references account,
  ended_at   timestamptz
);
create index impact_release on impact (release, begun_at);

-- What differs, by scheme and kind of change.
create table impact_difference (
  impact  uuid not null references impact,
  scheme  text not null,
  change  text not null,
  count   bigint not null,
  primary key (impact, scheme, change)
);

-- Who explained or accepted a difference, and how; the latest row counts.
create table impact_answer (
  seq     bigint generated always as identity primary key,
  impact  uuid not null,
  scheme  text not null,
  change  text not null,
  reason  text not null,
  at      timestamptz not null,
  by      uuid not null references account,
  foreign key (impact, scheme, change) references impact_difference
);

grant select, insert on impact, impact_difference, impact_answer to ${application};
grant update (state, people, content, ended_at) on impact to ${application};

-- What a release refers to stays as it was found.
create function keep_impact() returns trigger language plpgsql as $$
begin
  raise exception 'an impact that ended is kept as it is';
end $$;
create trigger impact_kept before update on impact
  for each row when (old.state <> 'running') execute function keep_impact();
grant usage on all sequences in schema public to ${application};
