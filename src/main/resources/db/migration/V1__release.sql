-- An approved, immutable state of the packs, named by its digest.
create table release (
  digest    text primary key,
  stored_at timestamptz not null,
  content   bytea not null
);
