-- What those who can act are told when an alarm of a case goes off. A notice stays; it is open as long as its alarm is.

create table notices (
  county text not null,
  subject text not null,
  name text not null,
  at timestamptz not null,
  kind text not null check (kind in ('reminder', 'late', 'escalated', 'publicity-over', 'not-done')),
  role text,
  says text,
  raised timestamptz not null,
  programme text not null,
  procedure text not null,
  unit text not null,
  primary key (county, subject, name, at)
);

create index notices_of_units on notices (county, programme, procedure, unit, raised);

-- The calendar by which the alarms of a county's open cases were last set.
create table alarm_calendars (
  county text primary key,
  digest text not null,
  calendar jsonb not null,
  set_at timestamptz not null
);
