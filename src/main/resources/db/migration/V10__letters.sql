-- A letter as it was made, never written again. Its bytes lie under the key of the person it is to,
-- and as they are where the applicant is no person. The language is in the bytes only: nothing
-- else may know it.
create table letter (
  id          uuid primary key,
  application uuid not null references application on delete cascade,
  decision    uuid references decision on delete cascade,
  kind        text not null check (kind in ('PROPOSAL', 'DECISION', 'MISSING', 'OVERDUE', 'REVIEW')),
  about       uuid references person,
  html        bytea not null,
  pdf         bytea not null,
  -- SHA-256 of the bytes before they were sealed
  html_hash   bytea not null,
  pdf_hash    bytea not null,
  -- numbers of characters that no font had, with spaces between
  lacking     text not null,
  -- the application's version that it tells of
  version     int not null,
  made_at     timestamptz not null,
  made_by     uuid not null references account
);
create index letter_application on letter (application, made_at);

-- Where somebody wants to be reached, as confirmed by that person; the latest of a way counts.
create table service_address (
  seq          bigint generated always as identity primary key,
  record       uuid not null references record,
  way          text not null check (way in ('POST', 'ELECTRONIC', 'PHONE')),
  -- under the person's key; as it is where the record is no person's
  content      bytea not null,
  confirmed_on date not null,
  recorded_at  timestamptz not null,
  recorded_by  uuid not null references account
);
create index service_address_record on service_address (record, way, seq);

-- With a person's key goes what lies under it.
create function forget_addresses() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from service_address where record = old.person;
  return old;
end $$;
revoke all on function forget_addresses from public;
create trigger forget_addresses after delete on person_key
  for each row execute function forget_addresses();

grant select, insert on letter, service_address to ${application};
grant usage on all sequences in schema public to ${application};
