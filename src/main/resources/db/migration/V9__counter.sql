-- What a caseworker typed into a form and has not sent yet, so that a line that drops loses
-- nothing. Each account has its own; gone after sending, or with time.
create table draft (
  account  uuid not null references account,
  person   uuid not null references person,
  -- which form, in words of the program: never what stands in it
  form     text not null,
  -- under the person's key
  content  bytea not null,
  saved_at timestamptz not null,
  primary key (account, person, form)
);
create index draft_saved on draft (saved_at);

-- Instead of a copy: who saw which original on which day. Append-only.
create table original_seen (
  id      uuid primary key,
  person  uuid not null references person,
  -- scheme and document, under the person's key: a document's name may tell of an illness
  content bytea not null,
  seen_on date not null,
  at      timestamptz not null,
  by      uuid not null references account
);
create index original_seen_person on original_seen (person, at);

-- Who filed an application for the person, under the person's key. Append-only.
create table representative (
  application uuid primary key references application on delete cascade,
  person      uuid not null references person,
  content     bytea not null,
  at          timestamptz not null,
  by          uuid not null references account
);

grant select, insert, update, delete on draft to ${application};
grant select, insert on original_seen, representative to ${application};

-- What nobody can read any more goes with the key.
create function forget_sealed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from draft where person = old.person;
  delete from original_seen where person = old.person;
  delete from representative where person = old.person;
  return null;
end $$;
revoke all on function forget_sealed from public;
create trigger person_key_destroyed after delete on person_key
  for each row execute function forget_sealed();
