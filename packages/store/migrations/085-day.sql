-- What of an official's day is asked for each minute: what is shown in public now, without what was shown before.
create index disclosures_shown on disclosures (county, programme, procedure) where ended_by is null;
