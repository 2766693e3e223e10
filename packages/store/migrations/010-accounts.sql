-- Who may sign in, what was done with their accounts, and what they hold while they are signed in.

create table accounts (
  county text not null,
  officer text not null,
  username text not null check (username ~ '^[a-z][a-z0-9._-]{1,31}$'),
  name text not null,
  password text,
  password_set timestamptz,
  must_change boolean not null,
  blocked timestamptz,
  provider_subject text,
  created timestamptz not null,
  events integer not null,
  head text not null,
  primary key (county, officer),
  unique (county, username),
  unique (county, provider_subject),
  check ((password is null) = (password_set is null))
);

create table account_events (
  county text not null,
  officer text not null,
  sequence integer not null check (sequence > 0),
  kind text not null,
  actor text not null,
  at timestamptz not null,
  data jsonb not null,
  previous text,
  digest text not null,
  primary key (county, officer, sequence),
  check ((sequence = 1) = (previous is null))
);

create function refuse_account_change() returns trigger language plpgsql as $$
begin
  raise exception '账号记录只能追加，不能修改或删除。' using errcode = 'restrict_violation';
end
$$;

create trigger account_events_are_kept before update or delete or truncate on account_events
  for each statement execute function refuse_account_change();

-- Passwords that may not come again for a while.
create table former_passwords (
  county text not null,
  officer text not null,
  sequence integer not null,
  password text not null,
  primary key (county, officer, sequence)
);

-- Failures to sign in by name, whether anyone bears it or not, so that answers do not tell.
create table sign_in_failures (
  county text not null,
  username text not null,
  failures integer not null,
  latest timestamptz not null,
  primary key (county, username)
);

-- Of a session or token only the digest is kept: who reads the table cannot use it.
create table sessions (
  county text not null,
  digest text not null,
  id text not null,
  officer text not null,
  opened timestamptz not null,
  latest timestamptz not null,
  ends timestamptz not null,
  agent text not null,
  address text not null,
  primary key (county, digest)
);

create index sessions_of_officer on sessions (county, officer);

create table api_tokens (
  county text not null,
  digest text not null,
  id text not null,
  officer text not null,
  label text not null,
  scopes jsonb not null,
  created timestamptz not null,
  ends timestamptz not null,
  primary key (county, digest)
);

create index api_tokens_of_officer on api_tokens (county, officer);

-- Every process keeps what it read until it hears that it changed; what is not heard of is not kept.
create function tell_change() returns trigger language plpgsql as $$
declare
  row_now jsonb := to_jsonb(coalesce(new, old));
begin
  perform pg_notify('luoshi_changes', jsonb_build_object(
    'kind', tg_argv[0], 'county', row_now->>'county', 'key', row_now->>tg_argv[1])::text);
  return null;
end
$$;

create trigger session_ended after delete on sessions
  for each row execute function tell_change('session', 'digest');
create trigger token_ended after delete on api_tokens
  for each row execute function tell_change('token', 'digest');
create trigger account_changed after update on accounts
  for each row when (
    (old.username, old.name, old.password_set, old.must_change, old.blocked)
    is distinct from (new.username, new.name, new.password_set, new.must_change, new.blocked))
  execute function tell_change('account', 'officer');

-- Units, officers, posts, parameters and days off are records that every request rests on.
create trigger administration_changed after insert or update on cases
  for each row when (new.programme = 'administration') execute function tell_change('record', 'register');
