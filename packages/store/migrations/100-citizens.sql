-- How a citizen signs in: a code sent to a telephone, and what a browser holds afterwards. The account itself is a record
-- of the register of citizens. Telephones stand here by their blind index only.

create table citizen_codes (
  county text not null,
  phone text not null,
  digest text not null,
  sent timestamptz not null,
  ends timestamptz not null,
  tries integer not null,
  -- How many were sent since, to bound what one telephone can be sent.
  sends integer not null,
  since timestamptz not null,
  primary key (county, phone)
);

create table citizen_sessions (
  county text not null,
  digest text not null,
  citizen text not null,
  opened timestamptz not null,
  ends timestamptz not null,
  primary key (county, digest)
);

create index citizen_sessions_ending on citizen_sessions (county, ends);
