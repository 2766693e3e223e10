-- The gazette database: what was read, each version of it, and what is looked up in it. Every key starts with the county.

create table gazette_issues (
  county text not null,
  key text not null,
  version integer not null check (version > 0),
  state text not null check (state in ('draft', 'published', 'replaced')),
  digest text not null,
  title text not null,
  name text,
  year integer,
  number integer,
  part text,
  publisher text,
  period_from text,
  period_to text,
  file text not null,
  source text not null,
  contents jsonb not null,
  repairs jsonb not null,
  imported_at timestamptz not null,
  imported_by text not null,
  published_at timestamptz,
  published_by text,
  correction text,
  primary key (county, key, version),
  check ((state = 'draft') = (published_at is null))
);

create unique index gazette_issues_digest on gazette_issues (county, digest);
create unique index gazette_issues_published on gazette_issues (county, key) where state = 'published';

-- An instrument of one version of an issue. `body` is the reading; all other tables are taken from it.
create table gazette_instruments (
  county text not null,
  id text not null,
  issue text not null,
  version integer not null,
  ordinal integer not null,
  is_current boolean not null default false,
  place text not null,
  address text not null,
  doc_number text,
  series text,
  year integer,
  serial integer,
  kind text not null,
  matter text not null,
  title text not null,
  issuer text,
  issued_on text,
  first_line integer not null,
  last_line integer not null,
  page integer,
  units text[] not null,
  counts jsonb not null,
  body jsonb not null,
  title_folded text not null,
  number_folded text not null,
  folded text not null,
  grams bigint[] not null,
  primary key (county, id),
  foreign key (county, issue, version) references gazette_issues (county, key, version)
) with (toast_tuple_target = 256);

create unique index gazette_instruments_address on gazette_instruments (county, address) where is_current;
create index gazette_instruments_number on gazette_instruments (county, doc_number) where is_current;
create index gazette_instruments_matter on gazette_instruments (matter) where is_current;
create index gazette_instruments_issue on gazette_instruments (county, issue, version, ordinal);
create index gazette_instruments_latest on gazette_instruments (issued_on desc nulls last, county, id) where is_current;
-- The keys of a notice fill many pages beside its row, which the planner does not count: the cost tells it that they are
-- to be looked up in the index and not read row by row.
create function gazette_keys(grams bigint[]) returns bigint[] language plpgsql immutable parallel safe cost 100000 as $$
begin
  return grams;
end
$$;

create index gazette_instruments_grams on gazette_instruments using gin (gazette_keys(grams)) where is_current;

-- Titles, clauses and rows of tables, in reading order: line N of an instrument's `folded` text is passage N.
create table gazette_passages (
  county text not null,
  instrument text not null,
  ordinal integer not null,
  kind text not null check (kind in ('title', 'clause', 'row')),
  clause text,
  reference text not null,
  table_number integer,
  row_kind text,
  cells text[],
  text text not null,
  first_line integer not null,
  last_line integer not null,
  primary key (county, instrument, ordinal),
  foreign key (county, instrument) references gazette_instruments (county, id)
);

create index gazette_passages_clause on gazette_passages (county, instrument, clause) where kind = 'clause';
create index gazette_passages_row on gazette_passages (county, instrument, table_number, ordinal) where kind = 'row';

create table gazette_tables (
  county text not null,
  instrument text not null,
  number integer not null,
  clause text,
  title text not null,
  columns text[] not null,
  rows integer not null,
  first_line integer not null,
  last_line integer not null,
  personal jsonb not null,
  primary key (county, instrument, number),
  foreign key (county, instrument) references gazette_instruments (county, id)
);

create table gazette_citations (
  county text not null,
  instrument text not null,
  ordinal integer not null,
  clause text not null,
  title text not null,
  doc_number text,
  is_superior boolean not null,
  first_line integer not null,
  last_line integer not null,
  primary key (county, instrument, ordinal),
  foreign key (county, instrument) references gazette_instruments (county, id)
);

create index gazette_citations_number on gazette_citations (doc_number) where doc_number is not null;

-- What a notice does to a document: repeals or amends it, or says until when it is itself in force.
create table gazette_effects (
  county text not null,
  instrument text not null,
  ordinal integer not null,
  kind text not null check (kind in ('repeals', 'amends', 'begins', 'ends', 'open-ended')),
  doc_number text,
  title text not null,
  on_day text,
  says text not null,
  clause text not null,
  first_line integer not null,
  primary key (county, instrument, ordinal),
  foreign key (county, instrument) references gazette_instruments (county, id)
);

create index gazette_effects_number on gazette_effects (county, doc_number) where doc_number is not null;

-- A unit's part in a duty.
create table gazette_duties (
  county text not null,
  instrument text not null,
  ordinal integer not null,
  duty integer not null,
  clause text not null,
  unit text not null,
  role text not null,
  printed text not null,
  due text,
  days text[] not null,
  others text not null,
  first_line integer not null,
  last_line integer not null,
  primary key (county, instrument, ordinal),
  foreign key (county, instrument) references gazette_instruments (county, id)
);

create index gazette_duties_unit on gazette_duties (county, unit, due);

create table gazette_deadlines (
  county text not null,
  instrument text not null,
  ordinal integer not null,
  clause text not null,
  text text not null,
  meaning text not null,
  day text,
  recurrence text,
  times_a_year numeric,
  units text[] not null,
  is_public boolean not null,
  first_line integer not null,
  last_line integer not null,
  primary key (county, instrument, ordinal),
  foreign key (county, instrument) references gazette_instruments (county, id)
);

create index gazette_deadlines_day on gazette_deadlines (day) where day is not null;

create table gazette_findings (
  county text not null,
  issue text not null,
  version integer not null,
  ordinal integer not null,
  instrument text,
  kind text not null,
  severity text not null check (severity in ('error', 'warning', 'note')),
  message text not null,
  doc_number text,
  clause text,
  lines jsonb not null,
  primary key (county, issue, version, ordinal),
  foreign key (county, issue, version) references gazette_issues (county, key, version)
);

create index gazette_findings_instrument on gazette_findings (county, instrument);

-- What the editor enters: answers to findings, public attributes, validity, interpretations, what is masked. Only
-- added to: the latest of a subject holds.
create table gazette_entries (
  county text not null,
  kind text not null check (kind in ('answer', 'attribute', 'normative', 'interpretation', 'masking')),
  subject text not null,
  sequence integer not null check (sequence > 0),
  at timestamptz not null,
  actor text not null,
  payload jsonb not null,
  primary key (county, kind, subject, sequence)
);

create trigger gazette_entries_are_kept before update or delete or truncate on gazette_entries
  for each statement execute function refuse_change();

create view gazette_latest as
  select distinct on (county, kind, subject) county, kind, subject, sequence, at, actor, payload
  from gazette_entries
  order by county, kind, subject, sequence desc;
