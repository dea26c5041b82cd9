-- Money: budgets, claims of what awards grant, payment batches, what banks answered, the ledger.
-- Applications, decisions and records are named by id only: what was paid stays in the ledger when
-- a person is erased after the time for keeping decisions.

-- What may be spent; of the same fund, scheme and year the latest entry counts. No entry: not set.
create table budget (
  seq       bigint generated always as identity primary key,
  fund      text not null,
  -- null: the whole fund
  scheme    text,
  year      int not null,
  amount    numeric(14, 2) not null check (amount >= 0),
  reference text not null,
  at        timestamptz not null,
  by        uuid not null references account
);

-- A claim of months that a decision in effect grants, with what its place in the queue rests on:
-- only that a certificate of hardship stood, never of what kind.
create table payment_claim (
  id          uuid primary key,
  application uuid not null,
  decision    uuid not null,
  -- who is paid: a person or an organisation
  record      uuid not null,
  office      text not null,
  scheme      text not null,
  fund        text not null,
  kind        text not null check (kind in ('regular', 'supplement')),
  statutory   boolean not null,
  hardship    boolean not null,
  complete_on date not null,
  filed_on    date not null,
  at          timestamptz not null,
  by          uuid not null references account
);
create index payment_claim_application on payment_claim (application);

create table batch (
  id          uuid primary key,
  no          bigint generated always as identity unique,
  fund        text not null,
  year        int not null,
  made_on     date not null,
  made_at     timestamptz not null,
  made_by     uuid not null references account,
  released_at timestamptz,
  released_by uuid references account,
  dropped_at  timestamptz,
  dropped_by  uuid references account,
  check (released_by is null or released_by <> made_by),
  check (released_at is null or dropped_at is null)
);

-- One month of a claim (or the whole of what is granted once). It is in at most one batch at a
-- time; a month is claimed once, unless the claim was ended unpaid.
create table due (
  id          uuid primary key,
  claim       uuid not null references payment_claim,
  application uuid not null,
  decision    uuid not null,
  -- yyyy-MM, or once
  period      text not null,
  kind        text not null check (kind in ('regular', 'supplement')),
  amount      numeric(14, 2) not null check (amount > 0),
  batch       uuid references batch,
  line        int,
  ended_at    timestamptz,
  ended_why   text,
  check ((batch is null) = (line is null)),
  check (ended_at is null or batch is null)
);
create unique index due_month on due (application, period)
  where kind = 'regular' and ended_at is null;
create unique index due_supplement on due (application, period, decision)
  where kind = 'supplement' and ended_at is null;
create index due_claim on due (claim);
create index due_batch on due (batch) where batch is not null;

-- Where somebody wants to be paid, in the person's own word; all of it under the person's key. One
-- that came while something was approved and not yet paid counts after a second person looked.
create table bank_account (
  seq          bigint generated always as identity unique,
  id           uuid primary key,
  record       uuid not null,
  sealed       bytea not null,
  said_on      date not null,
  channel      text not null,
  needs_second boolean not null,
  at           timestamptz not null,
  by           uuid not null references account,
  confirmed_at timestamptz,
  confirmed_by uuid references account,
  check (confirmed_by is null or confirmed_by <> by)
);
create index bank_account_record on bank_account (record, seq);

create table batch_line (
  batch   uuid not null references batch,
  no      int not null,
  record  uuid not null,
  account uuid not null,
  scheme  text not null,
  office  text not null,
  amount  numeric(14, 2) not null check (amount > 0),
  primary key (batch, no)
);

create table bank_return (
  id     uuid primary key,
  batch  uuid not null references batch,
  digest bytea not null,
  rows   int not null,
  at     timestamptz not null,
  by     uuid not null references account,
  unique (batch, digest)
);

-- What the bank said of a line, once.
create table batch_result (
  batch    uuid not null,
  no       int not null,
  paid     boolean not null,
  reason   text,
  on_day   date not null,
  returned uuid not null references bank_return,
  primary key (batch, no),
  foreign key (batch, no) references batch_line (batch, no)
);

create table payment_task (
  id       uuid primary key,
  record   uuid not null,
  office   text not null,
  batch    uuid not null,
  line     int not null,
  reason   text not null,
  at       timestamptz not null,
  done_at  timestamptz,
  done_by  uuid references account,
  unique (batch, line)
);

-- What the bank confirms as paid, what came back, what was written off. Nothing else is money.
create table ledger (
  seq         bigint generated always as identity primary key,
  kind        text not null check (kind in ('paid', 'repaid', 'written-off')),
  application uuid not null,
  decision    uuid not null,
  period      text not null,
  due         uuid references due,
  batch       uuid references batch,
  line        int,
  recovery    uuid,
  amount      numeric(14, 2) not null check (amount > 0),
  on_day      date not null,
  at          timestamptz not null,
  by          uuid not null references account,
  check (kind <> 'paid' or (due is not null and batch is not null and line is not null)),
  check (kind = 'paid' or recovery is not null)
);
-- nothing is ever paid twice
create unique index ledger_paid on ledger (due) where kind = 'paid';
create index ledger_application on ledger (application, seq);

-- Public notices: from the first to the last day, and no longer.
create table notice (
  id          uuid primary key,
  scheme      text not null,
  from_period text not null,
  to_period   text not null,
  from_on     date not null,
  to_on       date not null,
  at          timestamptz not null,
  by          uuid not null references account
);
-- Masked when made; neither a reason nor hardship.
create table notice_line (
  notice uuid not null references notice,
  no     int not null,
  claim  uuid not null unique references payment_claim,
  record uuid not null,
  name   text not null,
  number text not null,
  amount numeric(14, 2) not null,
  primary key (notice, no)
);

-- Getting back what was overpaid: never by itself.
create table recovery (
  id          uuid primary key,
  application uuid not null,
  decision    uuid not null,
  amount      numeric(14, 2) not null check (amount > 0),
  -- who caused it, as an officer found; null while nobody did
  cause       text check (cause in ('office', 'applicant', 'neither')),
  state       text not null check (state in ('proposed', 'noticed', 'decided', 'written-off', 'dropped', 'settled')),
  monthly     numeric(14, 2),
  version     int not null,
  at          timestamptz not null,
  by          uuid not null references account
);
create unique index recovery_open on recovery (application)
  where state in ('proposed', 'noticed', 'decided');
create table recovery_act (
  seq      bigint generated always as identity primary key,
  recovery uuid not null references recovery,
  kind     text not null,
  on_day   date not null,
  content  text not null,
  at       timestamptz not null,
  by       uuid not null references account
);

grant select, insert on budget, payment_claim, batch, due, bank_account, batch_line, bank_return,
  batch_result, payment_task, ledger, notice, notice_line, recovery, recovery_act to ${application};
grant usage on all sequences in schema public to ${application};
-- only where a row changes state
grant update (batch, line, ended_at, ended_why) on due to ${application};
grant update (released_at, released_by, dropped_at, dropped_by) on batch to ${application};
grant update (confirmed_at, confirmed_by) on bank_account to ${application};
grant update (done_at, done_by) on payment_task to ${application};
grant update (cause, state, monthly, version) on recovery to ${application};

-- Accounts and public lines go with a person; what was paid stays, under ids that name nobody.
create function forget_money(parts uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from bank_account where record = any (parts);
  delete from notice_line where record = any (parts);
  update payment_claim set hardship = false where record = any (parts);
end $$;
revoke all on function forget_money from public;

create or replace function erase_person(about uuid, moment timestamptz, keep_since timestamptz)
  returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  parts uuid[] := array(select parts_of(about));
  answer text := barred(parts, keep_since);
  old uuid[];
begin
  if answer <> 'done' then
    return answer;
  end if;
  perform forget_money(parts);
  old := array(select id from application where record = any (parts));
  delete from act where application = any (old);
  delete from decision_rule where decision in (
    select id from decision where application = any (old));
  delete from decision where application = any (old);
  delete from application where id = any (old);
  delete from snapshot where record = any (parts);
  delete from fact where record = any (parts);
  delete from legal_hold where person = any (parts);
  delete from person_key where person = any (parts);
  update person
    set number_hash = null, number = null, name = null, language = 'zh', consent_on = null,
        consent_ended_on = null, automatic = true, erased_at = moment, version = version + 1
    where id = any (parts);
  return answer;
end $$;
