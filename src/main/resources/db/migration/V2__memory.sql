-- The service's memory. The owner of these tables migrates them; the application connects as
-- ${application}, which has no more rights than the last section grants it.

-- Accounts ------------------------------------------------------------------------------------

create table account (
  id          uuid primary key,
  name        text not null unique,
  shown       text not null,
  role        text not null check (role in ('caseworker', 'reviewer', 'certifier', 'policy-officer',
                                            'auditor', 'administrator', 'service')),
  office      text not null,
  -- BCrypt in modular crypt form; null where somebody else's identity provider signs in
  secret      text,
  created_at  timestamptz not null,
  disabled_at timestamptz
);

-- What is recorded ----------------------------------------------------------------------------

-- One thing that facts are recorded about, at the root of a case: an entity of the dictionary.
create table record (
  id         uuid primary key,
  entity     text not null,
  office     text not null,
  -- public name and code of an organisation or project; null for persons and households
  title      text,
  code       text,
  created_at timestamptz not null,
  created_by uuid not null references account,
  unique (entity, code)
);

create table person (
  id                  uuid primary key,
  record              uuid not null unique references record,
  -- keyed hash of the identity number, for looking it up; number and name under the person's key
  number_hash         bytea,
  number              bytea,
  name                bytea,
  language            text not null default 'zh',
  -- registered at the person's own request
  registered_on       date not null,
  channel             text not null check (channel in ('counter', 'phone', 'online', 'representative')),
  consent_on          date,
  consent_ended_on    date,
  -- false when the person wants no automatic decisions
  automatic           boolean not null default true,
  merged_into         uuid references person,
  erased_at           timestamptz,
  version             int not null default 0
);
create unique index person_number on person (number_hash)
  where merged_into is null and erased_at is null;

-- Append-only and bitemporal: valid time in the row, known time by seq and recorded_at.
create table fact (
  seq         bigint generated always as identity primary key,
  record      uuid not null references record,
  -- employments[r1].start; the row key is given once and kept
  path        text not null,
  -- value, none, row, gone (row or value entered by mistake), complete (of a list), link (a root)
  kind        text not null check (kind in ('value', 'none', 'row', 'gone', 'complete', 'link')),
  value       text,
  source      text not null,
  quality     text not null check (quality in ('verified', 'declared', 'matched', 'estimated')),
  obtained    date not null,
  valid_from  date,
  valid_to    date,
  until       date,
  withdrawn   boolean not null default false,
  -- the row that this one takes the place of, and why
  corrects    bigint references fact,
  reason      text,
  recorded_at timestamptz not null,
  recorded_by uuid not null references account
);
create index fact_record on fact (record, seq);

-- The current facts of a record as one compact text, rewritten with every change.
create table snapshot (
  record     uuid primary key references record,
  entity     text not null,
  dictionary text not null,
  version    bigint not null,
  content    text not null,
  changed_at timestamptz not null
);

create table legal_hold (
  id        uuid primary key,
  person    uuid not null references person,
  reason    text not null,
  set_at    timestamptz not null,
  set_by    uuid not null references account,
  lifted_at timestamptz,
  lifted_by uuid references account
);

create table import_job (
  id         uuid primary key,
  kind       text not null,
  begun_at   timestamptz not null,
  begun_by   uuid not null references account,
  state      text not null check (state in ('running', 'done', 'refused', 'stopped')),
  total      int not null,
  done       int not null,
  problems   text not null,
  ended_at   timestamptz
);

-- Applications and decisions ------------------------------------------------------------------

create table application (
  id          uuid primary key,
  record      uuid not null references record,
  scheme      text not null,
  -- the subject of the outcome that is applied for, as outcomes name it; null for the only one
  subject     text,
  office      text not null,
  channel     text not null,
  applied_on  date not null,
  due_on      date not null,
  from_month  date,
  to_month    date,
  claimed     numeric(14, 2),
  state       text not null,
  version     int not null,
  created_at  timestamptz not null,
  created_by  uuid not null references account
);
create index application_record on application (record);
create index application_state on application (office, state, due_on);

-- A proposal or decision as it was made; never rewritten, never computed again.
create table decision (
  id            uuid primary key,
  application   uuid not null references application,
  no            int not null,
  kind          text not null check (kind in ('proposal', 'override', 'review', 'reassessment')),
  result        text not null,
  adverse       boolean not null,
  automatic     boolean not null,
  -- the outcome with every condition, and the facts it was made from, as JSON
  outcome       text not null,
  given         text not null,
  on_day        date not null,
  from_month    date,
  to_month      date,
  facts_version bigint not null,
  release       text not null references release,
  program       text not null,
  drools        text not null,
  measures      text not null,
  replaces      uuid references decision,
  code          text,
  reason        text,
  made_at       timestamptz not null,
  made_by       uuid not null references account,
  unique (application, no)
);

-- Every rule a decision saw, met or not.
create table decision_rule (
  decision  uuid not null references decision,
  scheme    text not null,
  condition text not null,
  result    text not null,
  primary key (decision, condition)
);
create index decision_rule_condition on decision_rule (condition);
create index decision_rule_scheme on decision_rule (scheme);

-- What people did on an application, in order; the application's state is where these acts lead.
create table act (
  seq         bigint generated always as identity primary key,
  application uuid not null references application,
  decision    uuid references decision,
  kind        text not null,
  on_day      date not null,
  at          timestamptz not null,
  by          uuid not null references account,
  code        text,
  content     text,
  version     int not null
);
create index act_application on act (application, seq);

create table kill_switch (
  id        uuid primary key,
  kind      text not null check (kind in ('rule', 'scheme', 'release')),
  target    text not null,
  reason    text not null,
  set_at    timestamptz not null,
  set_by    uuid not null references account,
  lifted_at timestamptz,
  lifted_by uuid references account
);

-- Releases ------------------------------------------------------------------------------------

-- proposed by one account, approved by another, withdrawn or rolled back; the last step counts.
create table release_step (
  seq      bigint generated always as identity primary key,
  release  text not null references release,
  kind     text not null check (kind in ('proposed', 'approved', 'rejected', 'rolled-back')),
  impact   text,
  start_on date,
  terms    text check (terms in ('keep', 'change')),
  reason   text,
  at       timestamptz not null,
  by       uuid references account
);

-- The log -------------------------------------------------------------------------------------

-- A chain of salted digests; the content lies apart and can be made unreadable for good.
create table log_entry (
  seq    bigint primary key,
  at     timestamptz not null,
  kind   text not null,
  -- the account's id
  actor  text not null,
  -- whose data it was; part of the chain, so that no entry can be moved under a destroyed key
  about  uuid references person,
  digest bytea not null,
  prev   bytea not null,
  hash   bytea not null
);
create index log_entry_at on log_entry (at);
create index log_entry_about on log_entry (about, seq) where about is not null;

create table log_content (
  seq     bigint primary key references log_entry,
  -- both under the key of the person it is about, otherwise as they are; with the salt in the open
  -- a short content could be guessed
  salt    bytea not null,
  content bytea not null
);

-- Keys of persons, wrapped by the service's master key; a row is destroyed on erasure.
create table person_key (
  person  uuid primary key,
  wrapped bytea not null
);

-- Answers to writing calls, so that a call sent again is answered and not done again.
create table answered (
  account uuid not null references account,
  key     text not null,
  request bytea not null,
  status  int not null,
  answer  text not null,
  at      timestamptz not null,
  primary key (account, key)
);

-- What the application may ----------------------------------------------------------------------

grant usage on schema public to ${application};
grant select, insert on all tables in schema public to ${application};
grant usage on all sequences in schema public to ${application};
grant update on account, person, snapshot, legal_hold, import_job, application, kill_switch
  to ${application};
grant delete on person_key to ${application};
grant delete on answered to ${application};
