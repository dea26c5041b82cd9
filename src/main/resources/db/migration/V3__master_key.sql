-- Which master key this database belongs to: a value that only this key gives, never the key.
create table master_key (
  one   boolean primary key default true check (one),
  proof bytea not null
);
grant select, insert on master_key to ${application};

comment on column log_content.salt is
  'under the key of the person it is about, like the content: a short content could be guessed with it';
