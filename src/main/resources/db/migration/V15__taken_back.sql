-- What banks take back after they paid, halves that are paid apart, and what the ledger tells the
-- records of persons.

-- Of what is split among several, whose part it is, by the name in the outcome; empty: the whole.
alter table due add column share text not null default '';
drop index due_month;
create unique index due_month on due (application, period, share)
  where kind = 'regular' and ended_at is null;
drop index due_supplement;
create unique index due_supplement on due (application, period, share, decision)
  where kind = 'supplement' and ended_at is null;

alter table recovery add column share text not null default '';
drop index recovery_open;
create unique index recovery_open on recovery (application, share)
  where state in ('proposed', 'noticed', 'decided');

-- A payment that came back has a row of its own against it; the claim's month is ended, and the
-- same is due again.
alter table ledger add column share text not null default '';
alter table ledger add column payee uuid;
update ledger l set payee = (
  select c.record from payment_claim c where c.application = l.application order by c.at, c.id limit 1);
alter table ledger alter column payee set not null;
alter table ledger drop constraint ledger_kind_check;
alter table ledger drop constraint ledger_check;
alter table ledger drop constraint ledger_check1;
alter table ledger add check (kind in ('paid', 'taken-back', 'repaid', 'written-off'));
alter table ledger add check (kind in ('repaid', 'written-off')
  or (due is not null and batch is not null and line is not null));
alter table ledger add check (kind in ('paid', 'taken-back') or recovery is not null);
create unique index ledger_taken_back on ledger (due) where kind = 'taken-back';
create index ledger_payee on ledger (payee, seq);

-- What the bank said of a line after it had said that it was paid, once.
create table taken_back (
  batch    uuid not null,
  no       int not null,
  reason   text not null,
  on_day   date not null,
  returned uuid not null references bank_return,
  primary key (batch, no),
  foreign key (batch, no) references batch_result (batch, no)
);

-- Rows of records that a payment wrote: so that it can take them back, and so that what was paid on
-- an application does not count against that application itself.
create table ledger_row (
  batch       uuid not null references batch,
  line        int not null,
  application uuid not null,
  record      uuid not null,
  path        text not null,
  at          timestamptz not null,
  primary key (record, path)
);
create index ledger_row_batch on ledger_row (batch, line);
create index ledger_row_application on ledger_row (application);

grant select, insert on taken_back, ledger_row to ${application};
