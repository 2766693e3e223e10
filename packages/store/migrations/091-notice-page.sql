-- What a notice's page shows is at hand with the notice: the repairs in its lines, and the reading as it is sent, which JSON
-- text is and JSONB is not.
alter table gazette_instruments add column repairs json not null default '[]';
update gazette_instruments i set repairs = (
  select coalesce(json_agg(r), '[]') from jsonb_array_elements(g.repairs) r
  where (r->>'line')::integer between i.first_line and i.last_line)
from gazette_issues g
where g.county = i.county and g.key = i.issue and g.version = i.version;
alter table gazette_instruments alter column body type json using body::text::json;
