-- Numbers of papers: one sequence for each county, mark and year, without gaps and without doubles.

create table number_sequences (
  county text not null,
  mark text not null,
  year integer not null,
  last integer not null check (last > 0),
  primary key (county, mark, year)
);

create table document_numbers (
  county text not null,
  mark text not null,
  year integer not null,
  count integer not null,
  subject text not null,
  sequence integer not null,
  paper text not null,
  primary key (county, mark, year, count),
  constraint document_numbers_paper unique (county, subject, sequence, paper)
);

-- Takes the next number for a paper. It is given back when the transaction is not committed; until it ends, others wait.
create function take_document_number(
  p_county text, p_mark text, p_year integer, p_subject text, p_sequence integer, p_paper text
) returns integer language plpgsql as $$
declare
  taken integer;
begin
  insert into number_sequences (county, mark, year, last) values (p_county, p_mark, p_year, 1)
  on conflict (county, mark, year) do update set last = number_sequences.last + 1
  returning last into taken;
  insert into document_numbers (county, mark, year, count, subject, sequence, paper)
  values (p_county, p_mark, p_year, taken, p_subject, p_sequence, p_paper);
  return taken;
end
$$;
