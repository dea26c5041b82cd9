-- No release without an impact reference and an approver; what came with the installation has
-- neither, and is the first of its kind.
alter table release_step add constraint release_step_whole check (
  case kind
    when 'proposed' then by is not null and impact is not null and start_on is not null and terms is not null
    when 'approved' then start_on is not null and (impact is not null and terms is not null or by is null)
    else by is not null and reason is not null
  end);
create unique index release_step_installed on release_step ((by is null)) where by is null;
create index release_step_release on release_step (release, seq);
