-- What lists, alarms and the public side ask for, without a look into each case.

alter table cases add column record_key text;

-- The key of a record tells it from all others of its register that were not struck off.
create unique index cases_record_key on cases (county, programme, register, record_key)
  where record_key is not null and closed is null;

-- Ids of registers are unique only in their programme.
drop index cases_of_register;
create index cases_of_register on cases (county, programme, register, state);

alter table timers add column programme text, add column procedure text, add column unit text, add column fired timestamptz;
update timers set programme = cases.programme, procedure = cases.procedure, unit = cases.unit
  from cases where cases.county = timers.county and cases.id = timers.subject;
alter table timers alter programme set not null, alter procedure set not null, alter unit set not null;
create index timers_due on timers (at) where fired is null;
create index timers_of_units on timers (county, programme, procedure, unit, at);

alter table disclosures add column programme text, add column procedure text, add column begun timestamptz;
update disclosures set programme = cases.programme, procedure = cases.procedure, begun = actions.at
  from cases, actions
  where cases.county = disclosures.county and cases.id = disclosures.subject
    and actions.county = disclosures.county and actions.subject = disclosures.subject
    and actions.sequence = disclosures.sequence;
alter table disclosures alter programme set not null, alter procedure set not null, alter begun set not null;
create index disclosures_by_day on disclosures (county, begun, subject, sequence, title);

drop function project_effects(text, text, integer, jsonb);
drop function append_action(jsonb, jsonb);
drop function register_lock(text, text);

create function register_lock(p_county text, p_programme text, p_register text) returns bigint
  language sql immutable as $$
  select hashtextextended(p_county || '/' || p_programme || '/' || p_register, 0)
$$;

-- Projects what is to follow an action. A name or title that ends is ended before another of it begins.
create function project_effects(p_action actions, p_case cases) returns void language plpgsql as $$
declare
  effect jsonb;
begin
  for effect in select * from jsonb_array_elements(p_action.payload->'effects') loop
    case effect->>'kind'
      when 'alarm' then
        insert into timers (county, subject, name, at, does, programme, procedure, unit)
        values (p_case.county, p_case.id, effect->>'name', (effect->>'at')::timestamptz, effect->'does',
                p_case.programme, p_case.procedure, p_case.unit)
        on conflict (county, subject, name) do update
          set at = excluded.at, does = excluded.does, unit = excluded.unit, fired = null;
      when 'no-alarm' then
        delete from timers where county = p_case.county and subject = p_case.id and name = effect->>'name';
      when 'paper' then
        insert into papers (county, subject, sequence, paper)
        values (p_case.county, p_case.id, p_action.sequence, effect->>'paper')
        on conflict do nothing;
      when 'disclose' then
        insert into disclosures (county, subject, sequence, title, places, record, until, programme, procedure, begun)
        values (p_case.county, p_case.id, p_action.sequence, effect->>'title', effect->'places',
                effect->'record', effect->'until', p_case.programme, p_case.procedure, p_action.at);
      when 'end-disclosure' then
        update disclosures set ended_by = p_action.sequence
        where county = p_case.county and subject = p_case.id and title = effect->>'title' and ended_by is null;
      else
        null; -- 'closed' is a column of the case
    end case;
  end loop;
end
$$;

-- Appends one action and projects it, all or nothing, in one round trip. False: another action came first.
create function append_action(p_action jsonb, p_case jsonb) returns boolean language plpgsql as $$
declare
  acted actions;
  after cases;
begin
  acted := jsonb_populate_record(null::actions, p_action);
  after := jsonb_populate_record(null::cases, p_case);
  -- Who looks records up for a rule holds this lock alone until its own action is stored.
  perform pg_advisory_xact_lock_shared(register_lock(after.county, after.programme, after.register));
  if acted.sequence = 1 then
    insert into cases select after.* on conflict (county, id) do nothing;
  else
    update cases
    set unit = after.unit, owner = after.owner, state = after.state, closed = after.closed,
        version = after.version, latest = after.latest, head = after.head, body = after.body,
        record_key = after.record_key
    where county = after.county and id = after.id and version = after.version - 1 and head = acted.previous;
  end if;
  if not found then
    return false;
  end if;
  insert into actions select acted.*;
  if acted.payload->'effects' <> '[]'::jsonb then
    perform project_effects(acted, after);
  end if;
  return true;
end
$$;
