-- What lists are searched by, put in order by and counted by: projections of cases, written with each action.

-- The words of a record, and the terms by which it is found exactly: its procedure, unit, owner and fields.
create table case_search (
  county text not null,
  id text not null,
  scope text[] not null,
  text text not null,
  primary key (county, id)
);

-- Exact terms, and each pair of neighbouring characters: Chinese has no spaces between words. Its cost keeps the planner
-- from making them anew for each row instead of looking them up.
create function search_terms(p_scope text[], p_text text) returns tsvector
  language sql immutable parallel safe cost 10000 as $$
  select array_to_tsvector(p_scope || array(
    select pairs.one || pairs.next
    from (
      select one, lead(one) over (order by place) as next
      from unnest(string_to_array(p_text, null)) with ordinality as characters (one, place)
    ) as pairs
    where pairs.next is not null and pairs.one <> e'\n' and pairs.next <> e'\n'))
$$;

create index case_search_terms on case_search using gin (search_terms(scope, text)) with (fastupdate = off);

-- A value of each sortable field, written so that its bytes stand in its order.
create table case_order (
  county text not null,
  id text not null,
  programme text not null,
  procedure text not null,
  field text not null,
  unit text not null,
  key text collate "C" not null,
  primary key (county, id, field)
);

create index case_order_of_units on case_order (county, programme, procedure, field, unit, key, id);

alter table cases add column is_open boolean generated always as (closed is null) stored;
drop index cases_of_register;
create index cases_by_latest on cases (county, programme, procedure, is_open, latest, id);
create index cases_by_state on cases (county, programme, procedure, state, unit, latest, id);
create index cases_of_owner on cases (county, owner, programme, procedure) where owner is not null;

-- How many cases there are. Actions only add to the changes, so that none waits for another; now and then one of them
-- adds the changes up.
create table tallies (
  county text not null,
  programme text not null,
  procedure text not null,
  is_open boolean not null,
  state text not null,
  unit text not null,
  value integer not null,
  primary key (county, programme, procedure, is_open, state, unit)
);

create table tally_changes (
  county text not null,
  number bigint generated always as identity,
  programme text not null,
  procedure text not null,
  is_open boolean not null,
  state text not null,
  unit text not null,
  change integer not null,
  primary key (county, number)
);

create index tally_changes_of_procedure on tally_changes (county, programme, procedure);

insert into tallies (county, programme, procedure, is_open, state, unit, value)
  select county, programme, procedure, is_open, state, unit, count(*) from cases group by 1, 2, 3, 4, 5, 6;

create view tally_sums as
  select county, programme, procedure, is_open, state, unit, value from tallies
  union all
  select county, programme, procedure, is_open, state, unit, change from tally_changes;

-- Adds the changes of a county up. Who finds another doing so leaves it to them.
create function add_tallies_up(p_county text) returns void language plpgsql as $$
begin
  if pg_try_advisory_xact_lock(hashtextextended('tallies/' || p_county, 0)) then
    with done as (
      delete from tally_changes where county = p_county returning *
    ), sums as (
      select county, programme, procedure, is_open, state, unit, sum(change)::integer as change
      from done group by 1, 2, 3, 4, 5, 6
    )
    insert into tallies (county, programme, procedure, is_open, state, unit, value)
    select county, programme, procedure, is_open, state, unit, change from sums where change <> 0
    on conflict (county, programme, procedure, is_open, state, unit) do update
      set value = tallies.value + excluded.value;
  end if;
end
$$;

-- Which form of a procedure's listing its cases were projected in.
create table listings (
  programme text not null,
  procedure text not null,
  mark text not null,
  primary key (programme, procedure)
);

-- Writes what a case is found, put in order and counted by, as far as an action changed it.
create function project_listing(
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
end
$$;

drop function append_action(jsonb, jsonb, jsonb);

-- Appends one action and projects it, all or nothing, in one round trip. False: another action came first.
create function append_action(
  p_county text, p_subject text, p_sequence integer, p_kind text, p_actor text, p_at timestamptz, p_cite jsonb,
  p_payload jsonb, p_previous text, p_digest text, p_request_key text, p_request_digest text,
  p_programme text, p_procedure text, p_register text, p_unit text, p_owner text, p_state text, p_closed text,
  p_opened timestamptz, p_latest timestamptz, p_body jsonb, p_record_key text, p_key jsonb, p_listing jsonb
) returns boolean language plpgsql as $$
begin
  -- Who looks records up for a rule holds this lock alone until its own action is stored.
  perform pg_advisory_xact_lock_shared(register_lock(p_county, p_programme, p_register));
  if p_sequence = 1 then
    insert into cases (county, id, programme, procedure, register, unit, owner, state, closed, version, opened,
                       latest, head, body, record_key)
    values (p_county, p_subject, p_programme, p_procedure, p_register, p_unit, p_owner, p_state, p_closed, 1,
            p_opened, p_latest, p_digest, p_body, p_record_key)
    on conflict (county, id) do nothing;
  else
    update cases
    set unit = p_unit, owner = p_owner, state = p_state, closed = p_closed, version = p_sequence,
        latest = p_latest, head = p_digest, body = p_body, record_key = p_record_key
    where county = p_county and id = p_subject and version = p_sequence - 1 and head = p_previous;
  end if;
  if not found then
    return false;
  end if;
  insert into actions (county, subject, sequence, kind, actor, at, cite, payload, previous, digest, request_key,
                       request_digest)
  values (p_county, p_subject, p_sequence, p_kind, p_actor, p_at, p_cite, p_payload, p_previous, p_digest,
          p_request_key, p_request_digest);
  if p_key is not null then
    insert into case_keys (county, subject, master, wrapped)
    values (p_county, p_subject, p_key->>'master', decode(p_key->>'wrapped', 'base64'));
  end if;
  if p_listing is not null then
    perform project_listing(p_county, p_subject, p_programme, p_procedure, p_unit, p_listing);
  end if;
  if p_payload->'effects' <> '[]'::jsonb then
    perform project_effects(p_county, p_subject, p_sequence, p_at, p_programme, p_procedure, p_unit,
                            p_payload->'effects');
  end if;
  return true;
end
$$;
