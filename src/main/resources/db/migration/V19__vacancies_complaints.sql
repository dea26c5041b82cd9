-- Vacancies, fairs, complaints, checks of wages.

-- What a firm wants done. There is no column for sex, age, ethnicity, origin, religion or health.
create table open_post (
  id           uuid primary key,
  office       text not null,
  source       text not null,
  firm         text not null,
  title        text not null,
  skill        text not null,
  duties       text not null,
  needs        text,
  reach        text not null check (reach in ('COUNTY', 'PREFECTURE', 'REGION', 'COUNTRY')),
  place        text not null,
  township     text,
  positions    int not null check (positions > 0),
  pay_low      numeric(10, 2) not null check (pay_low > 0),
  pay_high     numeric(10, 2) check (pay_high >= pay_low),
  pay_per      text not null check (pay_per in ('MONTH', 'DAY', 'HOUR', 'PIECE')),
  working_time text not null,
  contract     text not null,
  insurance    text not null,
  apply        text not null,
  received_on  date not null,
  expires_on   date not null,
  at           timestamptz not null,
  by           uuid not null references account,
  -- by a second person
  checked_on   date,
  checked_by   uuid references account,
  confirmed    boolean,
  licence_seen boolean,
  permit_seen  boolean,
  withdrawn_on date,
  withdrawn_by uuid references account,
  version      int not null default 0,
  check (checked_by is null or checked_by <> by),
  check ((checked_on is null) = (confirmed is null)),
  check (confirmed is not true or licence_seen)
);
create index open_post_expires on open_post (expires_on);
create index open_post_office on open_post (office, at);

-- That a vacancy was offered to somebody. What became of it is the person's business: there is no
-- column for an answer.
create table post_offer (
  id     uuid primary key,
  post   uuid not null references open_post,
  person uuid references person,
  on_day date not null,
  at     timestamptz not null,
  by     uuid not null references account,
  unique (post, person)
);
create index post_offer_person on post_offer (person);

-- The skill and the distance that somebody who looks for work chose, under the person's key.
create table job_wish (
  person  uuid primary key references person,
  content bytea not null,
  at      timestamptz not null,
  by      uuid not null references account
);

-- The calendar of fairs. Who came is not recorded.
create table fair (
  id           uuid primary key,
  office       text not null,
  kind         text not null,
  on_day       date not null,
  title        text not null,
  place        text not null,
  onsite       boolean not null,
  at           timestamptz not null,
  by           uuid not null references account,
  cancelled_at timestamptz,
  cancelled_by uuid references account
);
create index fair_day on fair (on_day);

-- A complaint of anybody, also without a name. Whatever may name persons is sealed under a key of
-- its own, and so is the number on its receipt, of which only a keyed hash can be looked for.
create table grievance (
  id          uuid primary key,
  sent_key    text not null unique,
  number_hash bytea not null unique,
  number      bytea not null,
  -- who was asked first and owes the answer
  office      text not null,
  topic       text not null,
  channel     text not null check (channel in ('ONLINE', 'COUNTER', 'PHONE', 'LETTER')),
  hidden      boolean not null,
  content     bytea not null,
  received_on date not null,
  due_on      date,
  -- the rule, clause and parameter behind the day
  due_why     text not null,
  firm        uuid references record,
  answered_on date,
  ended_on    date,
  end_kind    text check (end_kind in ('ANSWERED', 'MONEY_RECEIVED', 'WITHDRAWN')),
  version     int not null default 0,
  at          timestamptz not null,
  by          uuid references account,
  check ((ended_on is null) = (end_kind is null)),
  -- unpaid wages are at an end when the worker has the money, and not before
  check (topic <> 'WAGES' or end_kind is null or end_kind <> 'ANSWERED')
);
create index grievance_office on grievance (office, received_on);

create table grievance_act (
  seq       bigint generated always as identity primary key,
  grievance uuid not null references grievance,
  kind      text not null,
  on_day    date not null,
  content   bytea not null,
  at        timestamptz not null,
  -- null: the person who complained, by the number
  by        uuid references account
);
create index grievance_act_of on grievance_act (grievance, seq);

-- Checks of wages at employers and projects: made, or called for. No complaint stands here, so that
-- nobody who sees one can tell whether there was any.
create table wage_check (
  id        uuid primary key,
  record    uuid not null references record,
  office    text not null,
  called_on date,
  due_on    date,
  made_on   date,
  outcome   text check (outcome in ('PAID', 'ARREARS', 'NOT_REACHED')),
  at        timestamptz not null,
  by        uuid not null references account,
  check ((made_on is null) = (outcome is null))
);
create index wage_check_record on wage_check (record, made_on);

grant select, insert on open_post, post_offer, fair, grievance, grievance_act, wage_check
  to ${application};
grant select, insert, update, delete on job_wish to ${application};
grant usage on all sequences in schema public to ${application};
-- only where a row changes state
grant update (checked_on, checked_by, confirmed, licence_seen, permit_seen, withdrawn_on,
  withdrawn_by, version) on open_post to ${application};
grant update (cancelled_at, cancelled_by) on fair to ${application};
grant update (firm, due_on, due_why, answered_on, ended_on, end_kind, version) on grievance to ${application};
grant update (made_on, outcome) on wage_check to ${application};

-- With a person's key goes what was wished, and to whom something was offered.
create function forget_wishes() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from job_wish where person = old.person;
  update post_offer set person = null where person = old.person;
  return null;
end $$;
revoke all on function forget_wishes from public;
create trigger forget_wishes after delete on person_key
  for each row execute function forget_wishes();
