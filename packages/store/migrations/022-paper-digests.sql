-- What each paper said when it was first written out: it says the same ever after, or whoever reads it is told.

create table paper_digests (
  county text not null,
  subject text not null,
  sequence integer not null,
  paper text not null,
  version text not null check (version in ('own', 'public')),
  -- Of the whole content, under a key of the vault: nobody tells a name or number from it.
  digest text not null,
  first timestamptz not null,
  primary key (county, subject, sequence, paper, version)
);
