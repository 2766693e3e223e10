-- The government's debt, period by period, is entered by the editor too.
alter table gazette_entries drop constraint gazette_entries_kind_check;
alter table gazette_entries add constraint gazette_entries_kind_check
  check (kind in ('answer', 'attribute', 'normative', 'interpretation', 'masking', 'debt'));
