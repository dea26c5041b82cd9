-- A duty that the rules find not kept, as it was shown to who may hand it on to an inspector: the
-- outcome whole, never rewritten. It is a proposal at most, never a decision about anybody.
create table finding (
  id            uuid primary key,
  organisation  uuid not null references record,
  -- whose case it was found in: the organisation's own, or that of somebody who works there
  record        uuid not null references record,
  scheme        text not null,
  subject       text not null,
  result        text not null,
  -- every condition that took part with what it saw, as JSON
  outcome       text not null,
  on_day        date not null,
  from_month    date not null,
  facts_version bigint not null,
  release       text not null references release,
  program       text not null,
  drools        text not null,
  measures      text not null,
  office        text not null,
  made_at       timestamptz not null,
  made_by       uuid not null references account
);
create index finding_record on finding (record);

-- Who opened its reasons, who handed it on, what the inspector answered. Append-only.
create table finding_act (
  seq     bigint generated always as identity primary key,
  finding uuid not null references finding on delete cascade,
  kind    text not null check (kind in ('opened', 'proposed', 'answered')),
  code    text check (code in ('taken-up', 'not-taken-up')),
  why     text,
  at      timestamptz not null,
  by      uuid not null references account,
  check ((kind = 'answered') = (code is not null)),
  check (code is distinct from 'not-taken-up' or why is not null)
);
create unique index finding_proposed on finding_act (finding) where kind = 'proposed';
create unique index finding_answered on finding_act (finding) where kind = 'answered';
create index finding_act_finding on finding_act (finding, seq);

grant select, insert on finding, finding_act to ${application};
grant usage on all sequences in schema public to ${application};

-- What was found in a person's case goes when the person is erased.
create function forget_findings() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from finding where record = old.person;
  return null;
end $$;
revoke all on function forget_findings from public;
create trigger person_key_destroyed_findings after delete on person_key
  for each row execute function forget_findings();
