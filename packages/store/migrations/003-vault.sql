-- Keys of personal data. A key of a case is encrypted under a master key, which is never here; to change master keys
-- only these rows are written anew, so the log stays as it is.

create table secrets (
  name text primary key,
  master text not null,
  wrapped bytea not null
);

create table case_keys (
  county text not null,
  subject text not null,
  master text not null,
  wrapped bytea not null,
  primary key (county, subject)
);

create index case_keys_of_master on case_keys (master);

-- Each time that someone had a case's personal data shown as they are.
create table readings (
  county text not null,
  subject text not null,
  sequence integer not null check (sequence > 0),
  reader text not null,
  at timestamptz not null,
  fields jsonb not null,
  reason text not null,
  previous text,
  digest text not null,
  primary key (county, subject, sequence),
  check ((sequence = 1) = (previous is null))
);

create function refuse_change_of_reading() returns trigger language plpgsql as $$
begin
  raise exception '个人信息的查看记录只能追加，不能修改或删除。' using errcode = 'restrict_violation';
end
$$;

create trigger readings_are_kept before update or delete or truncate on readings
  for each statement execute function refuse_change_of_reading();

drop function append_action(jsonb, jsonb);

-- Appends one action and projects it, all or nothing, in one round trip. False: another action came first.
create function append_action(p_action jsonb, p_case jsonb, p_key jsonb) returns boolean language plpgsql as $$
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
  if p_key is not null then
    insert into case_keys (county, subject, master, wrapped)
    values (after.county, after.id, p_key->>'master', decode(p_key->>'wrapped', 'base64'));
  end if;
  if acted.payload->'effects' <> '[]'::jsonb then
    perform project_effects(acted, after);
  end if;
  return true;
end
$$;
