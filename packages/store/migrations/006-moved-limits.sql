-- Limits whose end moved because the calendar changed, and because of which days.

create table moved_limits (
  county text not null,
  subject text not null,
  name text not null,
  at timestamptz not null,
  before text,
  after text,
  explanation text not null,
  primary key (county, subject, name, at)
);
