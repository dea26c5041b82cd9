-- What the application itself may never delete, its owner deletes for it: the facts of a person
-- who withdraws consent or asks for erasure. A legal hold beats both, and so do applications and
-- decisions that are still to be kept. The answer is 'done', 'held', 'kept' or 'absent'.

-- A person with all that were merged into that person.
create function parts_of(about uuid) returns setof uuid
  language sql stable as $$
  with recursive parts (id) as (
    select id from person where id = about
    union
    select p.id from person p join parts on p.merged_into = parts.id)
  select id from parts
$$;

create function barred(parts uuid[], keep_since timestamptz) returns text
  language sql stable as $$
  select case
    when cardinality(parts) = 0 then 'absent'
    when exists (select 1 from legal_hold where person = any (parts) and lifted_at is null)
      then 'held'
    when exists (select 1 from application where record = any (parts) and created_at >= keep_since)
      or exists (
        select 1 from decision d join application a on d.application = a.id
        where a.record = any (parts) and d.made_at >= keep_since)
      then 'kept'
    else 'done'
  end
$$;

-- Deletes what was recorded about a person, and nothing else of that person.
create function forget_facts(about uuid, keep_since timestamptz) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  parts uuid[] := array(select parts_of(about));
  answer text := barred(parts, keep_since);
begin
  if answer = 'done' then
    delete from snapshot where record = any (parts);
    delete from fact where record = any (parts) and path not like '@%';
  end if;
  return answer;
end $$;

-- Deletes everything about a person; the log keeps what nobody can read any more.
create function erase_person(about uuid, moment timestamptz, keep_since timestamptz) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  parts uuid[] := array(select parts_of(about));
  answer text := barred(parts, keep_since);
  old uuid[];
begin
  if answer <> 'done' then
    return answer;
  end if;
  old := array(select id from application where record = any (parts));
  delete from act where application = any (old);
  delete from decision_rule where decision in (
    select id from decision where application = any (old));
  delete from decision where application = any (old);
  delete from application where id = any (old);
  delete from snapshot where record = any (parts);
  delete from fact where record = any (parts);
  delete from legal_hold where person = any (parts);
  delete from person_key where person = any (parts);
  update person
    set number_hash = null, number = null, name = null, language = 'zh', consent_on = null,
        consent_ended_on = null, automatic = true, erased_at = moment, version = version + 1
    where id = any (parts);
  return answer;
end $$;

revoke all on function parts_of, barred, forget_facts, erase_person from public;
grant execute on function forget_facts, erase_person to ${application};
