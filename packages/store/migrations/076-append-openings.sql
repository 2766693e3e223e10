-- Many new cases in one statement instead of several for each: what an import stores. Each row is what append_action
-- takes, in its order. Gives how many were appended; those that were there already stay as they are.
create function append_openings(p_rows jsonb) returns integer language plpgsql as $$
declare
  appended text[];
  is_due boolean;
  one record;
begin
  -- Who looks records up for a rule holds such a lock alone. Always in one order, so that nobody waits in a circle.
  for one in
    select distinct register_lock(given.r->>0, given.r->>12, given.r->>14) as lock
    from jsonb_array_elements(p_rows) as given (r) order by 1
  loop
    perform pg_advisory_xact_lock_shared(one.lock);
  end loop;

  with given as materialized (
    select r->>0 as county, r->>1 as subject, r->>3 as kind, r->>4 as actor, (r->>5)::timestamptz as at,
           (r->>6)::jsonb as cite, (r->>7)::jsonb as payload, r->>9 as digest, r->>10 as request_key,
           r->>11 as request_digest, r->>12 as programme, r->>13 as procedure, r->>14 as register, r->>15 as unit,
           r->>16 as owner, r->>17 as state, r->>18 as closed, (r->>19)::timestamptz as opened,
           (r->>20)::timestamptz as latest, (r->>21)::jsonb as body, r->>22 as record_key,
           (r->>23)::jsonb as case_key, (r->>24)::jsonb as listing
    from jsonb_array_elements(p_rows) as rows (r)
  ), added as (
    insert into cases (county, id, programme, procedure, register, unit, owner, state, closed, version, opened,
                       latest, head, body, record_key)
    select county, subject, programme, procedure, register, unit, owner, state, closed, 1, opened, latest, digest,
           body, record_key
    from given
    on conflict (county, id) do nothing
    returning county, id
  ), fresh as materialized (
    select given.* from given join added on added.county = given.county and added.id = given.subject
  ), logged as (
    insert into actions (county, subject, sequence, kind, actor, at, cite, payload, previous, digest, request_key,
                         request_digest)
    select county, subject, 1, kind, actor, at, cite, payload, null, digest, request_key, request_digest from fresh
  ), locked as (
    insert into case_keys (county, subject, master, wrapped)
    select county, subject, case_key->>'master', decode(case_key->>'wrapped', 'base64')
    from fresh where case_key is not null
  ), searched as (
    insert into case_search (county, id, scope, text)
    select county, subject, array(select jsonb_array_elements_text(listing->'search'->'scope')),
           listing->'search'->>'text'
    from fresh where listing ? 'search'
  ), ordered as (
    insert into case_order (county, id, programme, procedure, field, unit, key)
    select county, subject, programme, procedure, field, unit, key
    from fresh, jsonb_each_text(listing->'order') as keys (field, key) where listing ? 'order'
  ), tallied as (
    insert into tally_changes (county, programme, procedure, is_open, state, unit, change)
    select county, programme, procedure, tally.is_open, tally.state, tally.unit, sum(tally.change)
    from fresh, jsonb_to_recordset(listing->'tally') as tally (is_open boolean, state text, unit text, change integer)
    where listing ? 'tally'
    group by 1, 2, 3, 4, 5, 6
    returning number
  )
  select (select array_agg(subject) from fresh), (select bool_or(number % 256 = 0) from tallied)
  into appended, is_due;

  if is_due then
    perform add_tallies_up(county) from (
      select distinct given.r->>0 as county from jsonb_array_elements(p_rows) as given (r)) as counties;
  end if;
  perform project_effects(r->>0, r->>1, 1, (r->>5)::timestamptz, r->>12, r->>13, r->>15, (r->>7)::jsonb->'effects')
  from jsonb_array_elements(p_rows) as given (r)
  where r->>1 = any (appended) and (r->>7)::jsonb->'effects' <> '[]'::jsonb;
  return coalesce(cardinality(appended), 0);
end
$$;
