-- A notice's page shows how far what it orders has come: it is told when a duty of the notice changes.
create function tell_duty_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('luoshi_changes', jsonb_build_object(
    'kind', 'gazette', 'county', new.county, 'key', new.body->'data'->>'document')::text);
  return null;
end
$$;

create trigger duty_changed after insert or update on cases
  for each row when (new.programme = 'supervision' and new.body->'data'->>'document' <> '')
  execute function tell_duty_changed();
