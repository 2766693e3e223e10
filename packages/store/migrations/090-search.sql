-- Search by runs of two characters over each title, clause and row of a table, in a narrow table of its own: what is
-- counted by the thousand fits in few pages. The runs themselves are kept in the index alone.
create table gazette_searched (
  county text not null,
  instrument text not null,
  ordinal integer not null,
  folded text not null,
  primary key (county, instrument, ordinal),
  foreign key (county, instrument) references gazette_instruments (county, id)
);
-- A search takes less time than other processes take to start.
alter table gazette_searched set (parallel_workers = 0);
alter table gazette_instruments set (parallel_workers = 0);

-- Every run of two characters as one number, without loss for the characters of the basic plane; every other one counts
-- as character 0, which no text holds.
create function gazette_runs(folded text) returns integer[]
  language plpgsql immutable strict parallel safe as $$
declare
  runs integer[] := '{}';
  before integer;
  unit integer;
  letter text;
begin
  foreach letter in array string_to_array(folded, null) loop
    unit := ascii(letter);
    if unit > 65535 then unit := 0; end if;
    if before is not null then runs := runs || ((before << 16) | unit); end if;
    before := unit;
  end loop;
  return runs;
end
$$;

-- Rows of tables that tell of persons are neither shown nor found with their numbers.
update gazette_passages p set text = regexp_replace(p.text, '\d{4,}', '****', 'g')
from gazette_tables t
where t.county = p.county and t.instrument = p.instrument and t.number = p.table_number and t.personal <> '{}'
  and p.kind = 'row';

insert into gazette_searched (county, instrument, ordinal, folded)
select i.county, i.id, line.ordinal,
  case when t.personal <> '{}' then regexp_replace(line.folded, '\d{4,}', '****', 'g') else line.folded end
from gazette_instruments i cross join string_to_table(i.folded, e'\n') with ordinality as line (folded, ordinal)
  left join gazette_passages p on p.county = i.county and p.instrument = i.id and p.ordinal = line.ordinal and p.kind = 'row'
  left join gazette_tables t on t.county = p.county and t.instrument = p.instrument and t.number = p.table_number;

create index gazette_searched_runs on gazette_searched using gin (gazette_runs(folded)) with (fastupdate = off);

drop index gazette_instruments_grams;
alter table gazette_instruments drop column grams, drop column folded;
drop function gazette_keys(bigint[]);
