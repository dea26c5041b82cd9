-- Which master key this database belongs to: a value that only this key gives, never the key.
create table master_key (
  one   boolean primary key default true check (one),
  proof bytea not null
);
grant select, insert on master_key to ${application};
