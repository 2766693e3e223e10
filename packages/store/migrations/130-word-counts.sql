-- What is counted of words: of every word of two characters, as before of its run, and of each longer one that stands in
-- so many places that reading them would take long. A longer word is counted in all notices or in none.
create table gazette_word_counts (
  word text collate "C" not null,
  county text not null,
  block integer not null,
  counts integer[] not null,
  primary key (word, county, block)
);
alter table gazette_word_counts alter column counts set storage external;
alter table gazette_word_counts set (parallel_workers = 0);

insert into gazette_word_counts
select chr((run >> 16) & 65535) || chr(run & 65535), county, block, counts from gazette_run_counts;
drop table gazette_run_counts;

create index gazette_word_counts_longer on gazette_word_counts (word) where length(word) > 2;

-- When each published notice of a block of 1,024 was issued and from when on it is no longer in force: a search ranks and
-- narrows without reading the notices. -32768: nothing published has that number; -32767: no day is known; 32767: in
-- force until further notice.
create table gazette_notice_days (
  county text not null,
  block integer not null,
  issued smallint[] not null,
  ended smallint[] not null,
  primary key (county, block)
);
-- An array that stands in the row itself has each of its elements at hand.
alter table gazette_notice_days alter column issued set storage plain, alter column ended set storage plain;
alter table gazette_notice_days set (parallel_workers = 0);

-- A day as a number that grows with it, whether or not the calendar has that day: 372 a year, 31 a month, from 2000 on.
create function gazette_day(day text) returns smallint language sql immutable strict parallel safe
return case when day ~ '^\d{4}-\d\d-\d\d$' then greatest(-32766, least(32766,
  (left(day, 4)::integer - 2000) * 372 + substr(day, 6, 2)::integer * 31 + right(day, 2)::integer))::smallint end;

-- The days of a county's notices, as they are now.
create function gazette_days_of(of_county text)
  returns table (county text, block integer, issued smallint[], ended smallint[])
  language sql stable
begin atomic
  with ends as (
    select e.doc_number, min(gazette_day(e.on_day) + (e.kind = 'ends')::integer) as ended
    from gazette_effects e join gazette_instruments b on b.county = e.county and b.id = e.instrument
    where e.county = of_county and b.is_current and e.kind in ('repeals', 'ends')
    group by e.doc_number),
  days as (
    select i.number, coalesce(gazette_day(i.issued_on), (-32767)::smallint) as issued,
           coalesce(least(ends.ended, 32766), 32767)::smallint as ended
    from gazette_instruments i left join ends on ends.doc_number = i.doc_number
    where i.county = of_county and i.is_current),
  blocks as (select distinct number >> 10 as block from gazette_instruments i where i.county = of_county)
  select of_county, blocks.block,
         array_agg(coalesce(days.issued, (-32768)::smallint) order by place),
         array_agg(coalesce(days.ended, (-32768)::smallint) order by place)
  from blocks cross join generate_series(0, 1023) place
    left join days on days.number = (blocks.block << 10) + place
  group by blocks.block;
end;

insert into gazette_notice_days
select days.* from (select distinct county from gazette_instruments) counties
  cross join gazette_days_of(counties.county) days;

-- Notices are found by their number as it is folded; the rest of what the index held stands in the days.
drop index gazette_instruments_by_number;
create index gazette_instruments_by_number on gazette_instruments (number) include (issuer, kind) where is_current;
create index gazette_instruments_by_folded on gazette_instruments (number_folded) where is_current;

-- What is known of how often runs and texts occur would only make each search longer to plan: the way is always the same.
alter index gazette_searched_runs alter column 1 set statistics 0;
alter table gazette_searched alter column folded set statistics 0;
