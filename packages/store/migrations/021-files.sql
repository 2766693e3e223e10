-- Files that were handed in, by the digest under which their bytes are kept; and the cases whose data name them.

create table files (
  county text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes > 0),
  media_type text not null,
  uploaded_by text not null,
  uploaded timestamptz not null,
  primary key (county, digest)
);

create table case_files (
  county text not null,
  subject text not null,
  digest text not null,
  primary key (county, subject, digest),
  foreign key (county, digest) references files (county, digest)
);

-- Which cases name a file; and which files no case names.
create index case_files_digest on case_files (county, digest);
