-- Imports of sheets: what was asked, how far it has come, and what became of it.

create table imports (
  county text not null,
  id text not null,
  programme text not null,
  procedure text not null,
  mode text not null check (mode in ('all-or-nothing', 'good-rows')),
  digest text not null,
  name text not null,
  unit text not null,
  -- Who asked, with the posts held then: as an actor of the programme.
  actor jsonb not null,
  asked timestamptz not null,
  state text not null check (state in ('waiting', 'checking', 'storing', 'stored', 'nothing-stored', 'cancelled', 'failed')),
  total integer,
  done integer not null default 0,
  report jsonb,
  is_cancelled boolean not null default false,
  -- When whoever runs it last said so: one that is silent for long has died, and another takes it up.
  beat timestamptz,
  primary key (county, id)
);

create index imports_to_run on imports (asked) where state in ('waiting', 'checking', 'storing');
create index imports_of_actor on imports (county, (actor->>'id'), asked desc);
