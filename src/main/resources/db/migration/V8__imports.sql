-- What an import came to: how many things are new, how many were there, how many faults it had.
alter table import_job
  add column added  int not null default 0,
  add column known  int not null default 0,
  add column faults int not null default 0;

-- What an organisation claims for with one application: a record of its own, because its rows are
-- seen with that claim only. A case of the claim sees the organisation's record too, never the
-- other way round.
create table claim (
  record       uuid primary key references record,
  organisation uuid not null references record,
  opened_at    timestamptz not null,
  opened_by    uuid not null references account
);
grant select, insert on claim to ${application};
