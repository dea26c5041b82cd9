-- The county run: everybody who is registered, consents and wants to be told is assessed, in
-- batches, and what came of it is kept as compactly as can be.

-- Whether something was made up for trying things out.
alter table record add column invented boolean not null default false;
create index record_real on record (entity) where not invented;

-- False when the person does not want to be told what may be applied for; nothing else follows.
alter table person add column told boolean not null default true;
create index person_merged on person (merged_into) where merged_into is not null;

-- By which rules results were made: schemes in order, each with its digest.
create table run_basis (
  id      int generated always as identity primary key,
  digest  bytea not null unique,
  schemes text not null
);

create table run (
  id        uuid primary key,
  seq       bigint generated always as identity,
  on_day    date not null,
  -- null for all schemes
  scheme    text,
  -- false when only what changed is assessed
  whole     boolean not null,
  -- running; cut when the service ended before it; done; stopped when another took its place
  state     text not null check (state in ('running', 'cut', 'done', 'stopped')),
  release   text not null references release,
  basis     int not null references run_basis,
  program   text not null,
  drools    text not null,
  people    int not null,
  batches   int not null,
  begun_at  timestamptz not null,
  begun_by  uuid not null references account,
  ended_at  timestamptz
);
-- Two at once would do the same work twice.
create unique index run_one on run ((true)) where state = 'running';

-- A batch is a range of ids; it is there exactly when all its results are.
create table run_batch (
  run    uuid not null references run,
  no     int not null,
  people int not null,
  hash   bytea not null,
  at     timestamptz not null,
  primary key (run, no)
);

-- Whom a run of what changed assesses.
create table run_due (
  run    uuid not null,
  person uuid not null,
  primary key (run, person)
);

-- What was recorded, merged, consented to or deleted since it was last taken up by a run.
create table touched (
  seq    bigint generated always as identity primary key,
  record uuid not null
);

-- What the last run made of a person: the result, the states of all conditions and the amount of
-- each scheme. No reference to the person for the sake of speed; a trigger keeps it honest.
create table assessed (
  person     uuid primary key,
  -- the greatest number of the facts it rests on
  version    bigint not null,
  release    text not null,
  on_day     date not null,
  basis      int not null,
  -- the first later day on which time alone may change it
  recheck_on date,
  -- whether there is something to tell
  favourable boolean not null,
  outcomes   bytea not null
);
create index assessed_recheck on assessed (recheck_on);

create function snapshot_came() returns trigger language plpgsql as $$
begin
  insert into touched (record) select record from came;
  return null;
end $$;

create function snapshot_went() returns trigger language plpgsql as $$
begin
  insert into touched (record) select record from went;
  return null;
end $$;

-- A text that was only written anew changes nothing.
create function snapshot_changed() returns trigger language plpgsql as $$
begin
  insert into touched (record)
    select came.record from came join went on came.record = went.record
    where came.version <> went.version;
  return null;
end $$;

create trigger snapshot_came after insert on snapshot
  referencing new table as came for each statement execute function snapshot_came();
create trigger snapshot_went after delete on snapshot
  referencing old table as went for each statement execute function snapshot_went();
create trigger snapshot_changed after update on snapshot
  referencing old table as went new table as came
  for each statement execute function snapshot_changed();

create function person_changed() returns trigger language plpgsql as $$
begin
  if (new.merged_into, new.erased_at, new.consent_on, new.consent_ended_on, new.told)
    is distinct from
    (old.merged_into, old.erased_at, old.consent_on, old.consent_ended_on, old.told) then
    insert into touched (record)
      select id from unnest(array[new.id, new.merged_into, old.merged_into]) id
      where id is not null;
    if new.merged_into is not null or new.erased_at is not null or new.consent_on is null
      or new.consent_ended_on is not null or not new.told then
      delete from assessed where person = new.id;
    end if;
  end if;
  return null;
end $$;

create trigger person_changed after update on person
  for each row execute function person_changed();

-- Invented counties: which people by their numbers, made from which seed for which day.
create table county (
  id       uuid primary key,
  seq      bigint generated always as identity,
  seed     bigint not null,
  day      date not null,
  first    int not null,
  people   int not null,
  -- running; cut when the service ended before it; done
  state    text not null check (state in ('running', 'cut', 'done')),
  begun_at timestamptz not null,
  begun_by uuid not null references account,
  ended_at timestamptz
);
create unique index county_one on county ((true)) where state = 'running';

-- Who is registered already.
insert into touched (record) select record from snapshot;

grant select, insert on run_basis, run, run_batch, run_due, touched, assessed to ${application};
grant select, insert on county to ${application};
grant update on run, county to ${application};
grant delete on run_due, touched, assessed to ${application};
grant usage on all sequences in schema public to ${application};
