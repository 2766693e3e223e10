-- How many places of a notice hold a run of two characters, and whether its title does: a word of two characters is
-- counted without its places being read. Each number holds the notice within its block of 1,024 (10 bits), the title (1)
-- and the places (20).
create table gazette_run_counts (
  run integer not null,
  county text not null,
  block integer not null,
  counts integer[] not null,
  primary key (run, county, block)
);
alter table gazette_run_counts alter column counts set storage external;
alter table gazette_run_counts set (parallel_workers = 0);

insert into gazette_run_counts
select run, county, notice >> 10, array_agg(counted order by counted)
from (
  select run, county, notice,
    ((notice & 1023) << 21) | (max((ordinal = 1)::integer) << 20) | least(count(*), 1048575)::integer as counted
  from (
    select distinct run, county, notice, ordinal
    from gazette_searched cross join unnest(gazette_runs(folded)) run
    where (run >> 16) <> 0 and (run & 65535) <> 0) held
  group by run, county, notice) counts
group by run, county, notice >> 10;

-- What a search narrows and ranks by is at hand with the number of the notice.
drop index gazette_instruments_by_number;
create index gazette_instruments_by_number on gazette_instruments (number)
  include (county, id, issued_on, issuer, kind, doc_number, number_folded) where is_current;
