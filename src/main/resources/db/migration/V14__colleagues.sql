-- When somebody is away; the latest row of an account counts.
create table absence (
  seq      bigint generated always as identity primary key,
  account  uuid not null references account,
  from_day date not null,
  to_day   date not null check (to_day >= from_day),
  set_at   timestamptz not null,
  set_by   uuid not null references account
);
create index absence_account on absence (account, seq);

-- Who handles an application, once it is no longer who received it; the latest row counts.
create table assignment (
  seq         bigint generated always as identity primary key,
  application uuid not null references application on delete cascade,
  account     uuid not null references account,
  why         text not null,
  at          timestamptz not null,
  by          uuid not null references account
);
create index assignment_application on assignment (application, seq);

grant select, insert on absence, assignment to ${application};
grant usage on all sequences in schema public to ${application};
