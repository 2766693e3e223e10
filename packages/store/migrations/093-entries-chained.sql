-- What the editor enters, and what is published, stands in a chain of the county: each entry covers the one before it, and
-- the first all that was entered before there was a chain. The daily roots hold its end.
alter table gazette_entries add column place integer, add column previous text, add column digest text,
  add check ((place is null) = (digest is null));
create unique index gazette_entries_place on gazette_entries (county, place) where place is not null;
create index gazette_entries_by_moment on gazette_entries using brin (at);

alter table gazette_entries drop constraint gazette_entries_kind_check;
alter table gazette_entries add constraint gazette_entries_kind_check
  check (kind in ('answer', 'attribute', 'normative', 'interpretation', 'masking', 'debt', 'publication'));

alter table root_heads drop constraint root_heads_chain_check;
alter table root_heads add constraint root_heads_chain_check check (chain in ('log', 'readings', 'gazette'));
