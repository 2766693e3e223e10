-- How cases stand that are counted on boards: a narrow row beside each, written with every action and every alarm.

create table standings (
  county text not null,
  id text not null,
  programme text not null,
  procedure text not null,
  unit text not null,
  state text not null,
  stage text not null check (stage in ('proposed', 'open', 'done', 'dropped')),
  number text,
  parent text,
  source text,
  place text,
  progress numeric not null,
  -- The limit in which the whole is to be done, and when it was done.
  settling text,
  settled timestamptz,
  -- First moment at which each limit is late, of those that have ended too.
  ends jsonb not null default '{}',
  -- The same of the first limit that runs; infinity where none does.
  runs_out timestamptz not null default 'infinity',
  -- The same of the limit in which the whole is to be done.
  settles_by timestamptz,
  primary key (county, id)
);

create index standings_in_order on standings (county, programme, procedure, stage, runs_out, id);
create index standings_of_units on standings (county, programme, procedure, unit, stage, runs_out, id)
  include (settles_by, settled, parent);
create index standings_by_number on standings (county, programme, procedure, number);
create index standings_of_parents on standings (county, programme, procedure, parent)
  include (stage, runs_out, settles_by, settled, progress) where parent is not null;
create index standings_of_sources on standings (county, programme, procedure, source, place)
  include (stage, runs_out, settles_by, settled, parent) where source is not null;

-- The end of a limit is known from its alarm; it is kept when the alarm is taken away.
create function keep_limit_ends() returns trigger language plpgsql as $$
declare
  alarm timers := case when tg_op = 'DELETE' then old else new end;
  known jsonb := case when tg_op = 'DELETE' then '{}' else jsonb_build_object(substr(alarm.name, 7), alarm.at) end;
begin
  if alarm.name not like 'limit/%' or alarm.name like '%/reminder' then
    return null;
  end if;
  update standings as s
  set ends = s.ends || known,
      settles_by = ((s.ends || known)->>s.settling)::timestamptz,
      runs_out = coalesce((
        select min(t.at) from timers as t
        where t.county = alarm.county and t.subject = alarm.subject
          and t.name like 'limit/%' and t.name not like '%/reminder'), 'infinity')
  where s.county = alarm.county and s.id = alarm.subject;
  return null;
end
$$;

create trigger limit_ends_are_kept after insert or delete on timers
  for each row execute function keep_limit_ends();
create trigger moved_limit_ends_are_kept after update of at on timers
  for each row when (old.at is distinct from new.at) execute function keep_limit_ends();

-- Writes how a case stands. Where nothing was kept of it before, its limits' ends are those that its log has set.
create function project_standing(
  p_county text, p_subject text, p_programme text, p_procedure text, p_unit text, p_standing jsonb
) returns void language plpgsql as $$
begin
  update standings as s
  set unit = p_unit, state = p_standing->>'state', stage = p_standing->>'stage', number = p_standing->>'number',
      parent = p_standing->>'parent', source = p_standing->>'source', place = p_standing->>'place',
      progress = (p_standing->>'progress')::numeric, settling = p_standing->>'settling',
      settled = (p_standing->>'settled')::timestamptz,
      settles_by = (s.ends->>(p_standing->>'settling'))::timestamptz
  where s.county = p_county and s.id = p_subject;
  if found then
    return;
  end if;
  insert into standings (county, id, programme, procedure, unit, state, stage, number, parent, source, place,
                         progress, settling, settled, ends, runs_out, settles_by)
  select p_county, p_subject, p_programme, p_procedure, p_unit, p_standing->>'state', p_standing->>'stage',
         p_standing->>'number', p_standing->>'parent', p_standing->>'source', p_standing->>'place',
         (p_standing->>'progress')::numeric, p_standing->>'settling', (p_standing->>'settled')::timestamptz,
         known.ends,
         coalesce((
           select min(t.at) from timers as t
           where t.county = p_county and t.subject = p_subject
             and t.name like 'limit/%' and t.name not like '%/reminder'), 'infinity'),
         (known.ends->>(p_standing->>'settling'))::timestamptz
  from (
    select coalesce(jsonb_object_agg(substr(alarm->>'name', 7), alarm->>'at' order by sequence), '{}') as ends
    from actions as a cross join lateral jsonb_array_elements(a.payload->'effects') as alarm
    where a.county = p_county and a.subject = p_subject and alarm->>'kind' = 'alarm'
      and alarm->>'name' like 'limit/%' and alarm->>'name' not like '%/reminder'
  ) as known;
end
$$;

-- Writes what a case is found, put in order and counted by, as far as an action changed it.
create or replace function project_listing(
  p_county text, p_subject text, p_programme text, p_procedure text, p_unit text, p_listing jsonb
) returns void language plpgsql as $$
declare
  is_due boolean;
begin
  if p_listing ? 'search' then
    insert into case_search (county, id, scope, text)
    values (p_county, p_subject, array(select jsonb_array_elements_text(p_listing->'search'->'scope')),
            p_listing->'search'->>'text')
    on conflict (county, id) do update set scope = excluded.scope, text = excluded.text;
  end if;
  if p_listing ? 'order' then
    insert into case_order (county, id, programme, procedure, field, unit, key)
    select p_county, p_subject, p_programme, p_procedure, field, p_unit, key
    from jsonb_each_text(p_listing->'order') as keys (field, key)
    on conflict (county, id, field) do update set unit = excluded.unit, key = excluded.key;
  end if;
  if p_listing ? 'tally' then
    with added as (
      insert into tally_changes (county, programme, procedure, is_open, state, unit, change)
      select p_county, p_programme, p_procedure, tally.is_open, tally.state, tally.unit, tally.change
      from jsonb_to_recordset(p_listing->'tally')
        as tally (is_open boolean, state text, unit text, change integer)
      returning number
    )
    select bool_or(number % 256 = 0) into is_due from added;
    if is_due then
      perform add_tallies_up(p_county);
    end if;
  end if;
  if p_listing ? 'moved' then
    update timers set unit = p_unit where county = p_county and subject = p_subject;
  end if;
  if p_listing ? 'standing' then
    perform project_standing(p_county, p_subject, p_programme, p_procedure, p_unit, p_listing->'standing');
  end if;
end
$$;
