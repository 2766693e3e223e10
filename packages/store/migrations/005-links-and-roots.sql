-- Which cases have to do with which; and one digest a day over all that was logged in a county.

create table case_links (
  county text not null,
  subject text not null,
  link text not null,
  other text not null,
  other_programme text not null,
  other_procedure text not null,
  sequence integer not null,
  primary key (county, subject, link, other)
);

create index case_links_of_other on case_links (county, other);

-- The digest over the heads of all chains that grew since the root before it.
create table roots (
  county text not null,
  day date not null,
  heads integer not null,
  previous text,
  digest text not null,
  primary key (county, day)
);

create table root_heads (
  county text not null,
  chain text not null check (chain in ('log', 'readings')),
  subject text not null,
  sequence integer not null,
  day date not null,
  head text not null,
  primary key (county, chain, subject, sequence)
);

create index root_heads_of_day on root_heads (county, day);

create function refuse_change_of_root() returns trigger language plpgsql as $$
begin
  raise exception '每日总摘要只能追加，不能修改或删除。' using errcode = 'restrict_violation';
end
$$;

create trigger roots_are_kept before update or delete or truncate on roots
  for each statement execute function refuse_change_of_root();
create trigger root_heads_are_kept before update or delete or truncate on root_heads
  for each statement execute function refuse_change_of_root();

-- Rows of the log stand in the order in which they were written: a few pages tell what is new.
create index actions_by_moment on actions using brin (at) with (pages_per_range = 16);
create index readings_by_moment on readings using brin (at) with (pages_per_range = 16);

-- Projects what is to follow an action. A name or title that ends is ended before another of it begins.
drop function project_effects(actions, cases);

create function project_effects(
  p_county text, p_subject text, p_sequence integer, p_at timestamptz, p_programme text, p_procedure text,
  p_unit text, p_effects jsonb
) returns void language plpgsql as $$
declare
  effect jsonb;
begin
  for effect in select * from jsonb_array_elements(p_effects) loop
    case effect->>'kind'
      when 'alarm' then
        -- One that has gone off and is set to the same moment again does not go off twice.
        insert into timers (county, subject, name, at, does, programme, procedure, unit)
        values (p_county, p_subject, effect->>'name', (effect->>'at')::timestamptz, effect->'does',
                p_programme, p_procedure, p_unit)
        on conflict (county, subject, name) do update
          set at = excluded.at, does = excluded.does, unit = excluded.unit,
              fired = case when timers.at = excluded.at then timers.fired end;
      when 'no-alarm' then
        delete from timers where county = p_county and subject = p_subject and name = effect->>'name';
      when 'paper' then
        insert into papers (county, subject, sequence, paper)
        values (p_county, p_subject, p_sequence, effect->>'paper')
        on conflict do nothing;
      when 'disclose' then
        insert into disclosures (county, subject, sequence, title, places, record, until, programme, procedure, begun)
        values (p_county, p_subject, p_sequence, effect->>'title', effect->'places',
                effect->'record', effect->'until', p_programme, p_procedure, p_at);
      when 'end-disclosure' then
        update disclosures set ended_by = p_sequence
        where county = p_county and subject = p_subject and title = effect->>'title' and ended_by is null;
      when 'link' then
        insert into case_links (county, subject, link, other, other_programme, other_procedure, sequence)
        values (p_county, p_subject, effect->>'link', effect->>'case',
                coalesce(effect->>'programme', p_programme), effect->>'procedure', p_sequence)
        on conflict do nothing;
      else
        null; -- 'closed' and 'transfer' are in the case
    end case;
  end loop;
end
$$;
