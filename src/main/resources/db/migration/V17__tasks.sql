-- What offices owe to people who asked: tasks, who verified what, and how people want to be reached.

-- One service owed by a day. What the day rests on (rule, clause, parameters, dates) and the whole
-- outcome lie with it as they were made; nothing is computed again.
create table task (
  id             uuid primary key,
  kind           text not null check (kind in ('contact', 'service', 'check', 'document', 'callback',
                                               'verification', 'correction')),
  office         text not null,
  record         uuid not null references record,
  scheme         text not null,
  subject        text not null,
  period         text not null,
  -- the key of the row in which the person asked for the service; null where nobody has to ask
  request        text,
  application    uuid references application on delete cascade,
  -- null: no day is set
  due_on         date,
  -- how it comes again, as P7D or P3M; null when it does not
  rhythm         text,
  basis          text not null,
  outcome        text not null,
  release        text not null references release,
  facts_version  bigint not null,
  -- whose it is; null while it is the whole office's
  holder         uuid references account,
  made_at        timestamptz not null,
  -- null: made by the program at night
  made_by        uuid references account,
  ended_at       timestamptz,
  ended_on       date,
  ended_by       uuid references account,
  -- one of a fixed list; there is no room for a note
  ended_as       text,
  way            text,
  -- on which day the person asked for the visit; there is no visit without
  visit_asked_on date,
  callback_on    date,
  unique (scheme, record, subject, kind, period),
  check ((ended_at is null) = (ended_as is null)),
  check (way is distinct from 'HOME_VISIT' or visit_asked_on is not null)
);
create index task_open on task (office, due_on) where ended_at is null;
create index task_record on task (record);

-- How and when somebody wants to be reached, in their own word; the latest row counts.
create table service_choice (
  seq     bigint generated always as identity primary key,
  record  uuid not null references record,
  request text not null,
  way     text not null,
  part    text not null,
  on_day  date not null,
  at      timestamptz not null,
  by      uuid not null references account
);
create index service_choice_record on service_choice (record, request);

-- A closed round of entry with the sample drawn from it. The seed is drawn after the round is
-- closed, and kept, so that anybody can draw the same again.
create table verification_round (
  id        uuid primary key,
  office    text not null,
  closed_on date not null,
  closed_at timestamptz not null,
  closed_by uuid not null references account,
  seed      text not null,
  entered   int not null,
  size      int not null,
  -- the parameter's share, or why a person set the number
  basis     text not null
);

-- The information of one application: entered, checked by another, perhaps sampled by a third.
create table verification (
  id            uuid primary key,
  application   uuid not null unique references application on delete cascade,
  record        uuid not null references record,
  office        text not null,
  scheme        text not null,
  entered_on    date not null,
  facts_version bigint not null,
  checked_on    date,
  checked_at    timestamptz,
  checked_by    uuid references account,
  mismatches    int,
  round         uuid references verification_round,
  drawn         boolean,
  sampled_on    date,
  sampled_at    timestamptz,
  sampled_by    uuid references account,
  check (sampled_by is null or sampled_by <> checked_by)
);
create index verification_waiting on verification (office, entered_on);

grant select, insert on task, service_choice, verification_round, verification to ${application};
grant usage on all sequences in schema public to ${application};
grant update (holder, ended_at, ended_on, ended_by, ended_as, way, visit_asked_on, callback_on)
  on task to ${application};
-- what is no longer owed goes: a service that was stopped leaves nothing behind
grant delete on task to ${application};
create function keep_ended_tasks() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null and current_user = '${application}' then
    raise exception 'a task that ended is kept';
  end if;
  return old;
end $$;
create trigger task_kept before delete on task for each row execute function keep_ended_tasks();
grant update (checked_on, checked_at, checked_by, mismatches, round, drawn, sampled_on, sampled_at,
  sampled_by) on verification to ${application};

-- Nothing is owed on the strength of a consent that ended, and nothing is kept of who was erased.
create function forget_tasks() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from task where record = new.record and ended_at is null and kind <> 'verification'
    and kind <> 'correction';
  return null;
end $$;
revoke all on function forget_tasks from public;
create trigger person_consent_ended after update of consent_ended_on on person
  for each row when (new.consent_ended_on is not null) execute function forget_tasks();

create function erase_tasks() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from task where record = old.person;
  delete from service_choice where record = old.person;
  delete from verification where record = old.person;
  return null;
end $$;
revoke all on function erase_tasks from public;
create trigger person_key_tasks after delete on person_key
  for each row execute function erase_tasks();
