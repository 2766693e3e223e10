-- The log and what is projected from it. Every key starts with the county.

create table actions (
  county text not null,
  subject text not null,
  sequence integer not null check (sequence > 0),
  kind text not null check (kind in ('opening', 'action', 'correction')),
  actor text not null,
  at timestamptz not null,
  cite jsonb,
  payload jsonb not null,
  previous text,
  digest text not null,
  request_key text,
  request_digest text,
  primary key (county, subject, sequence),
  check ((sequence = 1) = (previous is null)),
  check ((request_key is null) = (request_digest is null))
);

create unique index actions_request_key on actions (county, request_key) where request_key is not null;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '办理记录只能追加，不能修改或删除；有误请办理更正。' using errcode = 'restrict_violation';
end
$$;

create trigger actions_are_kept before update or delete or truncate on actions
  for each statement execute function refuse_change();

create table cases (
  county text not null,
  id text not null,
  programme text not null,
  procedure text not null,
  register text not null,
  unit text not null,
  owner text,
  state text not null,
  closed text check (closed in ('completed', 'refused', 'withdrawn')),
  version integer not null,
  opened timestamptz not null,
  latest timestamptz not null,
  head text not null,
  body jsonb not null,
  primary key (county, id)
);

create index cases_of_register on cases (county, register, state);

create table timers (
  county text not null,
  subject text not null,
  name text not null,
  at timestamptz not null,
  does jsonb not null,
  primary key (county, subject, name)
);

create table papers (
  county text not null,
  subject text not null,
  sequence integer not null,
  paper text not null,
  primary key (county, subject, sequence, paper)
);

create table disclosures (
  county text not null,
  subject text not null,
  sequence integer not null,
  title text not null,
  places jsonb not null,
  record jsonb not null,
  until jsonb not null,
  ended_by integer,
  primary key (county, subject, sequence, title)
);

-- Projects what is to follow an action. A name or title that ends is ended before another of it begins.
create function project_effects(
  p_county text, p_subject text, p_sequence integer, p_effects jsonb
) returns void language plpgsql as $$
declare
  effect jsonb;
begin
  for effect in select * from jsonb_array_elements(p_effects) loop
    case effect->>'kind'
      when 'alarm' then
        insert into timers (county, subject, name, at, does)
        values (p_county, p_subject, effect->>'name', (effect->>'at')::timestamptz, effect->'does')
        on conflict (county, subject, name) do update set at = excluded.at, does = excluded.does;
      when 'no-alarm' then
        delete from timers where county = p_county and subject = p_subject and name = effect->>'name';
      when 'paper' then
        insert into papers (county, subject, sequence, paper)
        values (p_county, p_subject, p_sequence, effect->>'paper')
        on conflict do nothing;
      when 'disclose' then
        insert into disclosures (county, subject, sequence, title, places, record, until)
        values (p_county, p_subject, p_sequence, effect->>'title', effect->'places', effect->'record',
                effect->'until');
      when 'end-disclosure' then
        update disclosures set ended_by = p_sequence
        where county = p_county and subject = p_subject and title = effect->>'title' and ended_by is null;
      else
        null; -- 'closed' is a column of the case
    end case;
  end loop;
end
$$;

create function register_lock(p_county text, p_register text) returns bigint language sql immutable as $$
  select hashtextextended(p_county || '/' || p_register, 0)
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
  perform pg_advisory_xact_lock_shared(register_lock(after.county, after.register));
  if acted.sequence = 1 then
    insert into cases select after.* on conflict do nothing;
  else
    update cases
    set unit = after.unit, owner = after.owner, state = after.state, closed = after.closed,
        version = after.version, latest = after.latest, head = after.head, body = after.body
    where county = after.county and id = after.id and version = after.version - 1 and head = acted.previous;
  end if;
  if not found then
    return false;
  end if;
  insert into actions select acted.*;
  if acted.payload->'effects' <> '[]'::jsonb then
    perform project_effects(acted.county, acted.subject, acted.sequence, acted.payload->'effects');
  end if;
  return true;
end
$$;
