-- A record that was completed or refused keeps its key; only one that was struck off gives it free.
drop index cases_record_key;
create unique index cases_record_key on cases (county, programme, register, record_key)
  where record_key is not null and closed is distinct from 'withdrawn';
