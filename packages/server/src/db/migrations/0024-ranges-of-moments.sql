-- ── Lists narrowed by the days of a moment ────────────────────────────────────────────────────────────────────────────────
-- A moment stands in the index under its day where the department is, as a day does under each of its beginnings (0022).
-- What stands there already: `arriveTime=2026-03-15T16:30:00Z` under `arriveTime=2026-03-16`, `arriveTime=2026-03` …
update record_search s
set terms = array(
  select unnest(s.terms)
  union
  select part[1] || '=' || left(to_char(part[2]::timestamptz at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), place)
  from unnest(s.terms) as term,
       regexp_match(term, '^(\w+)=(\d{4}-\d{2}-\d{2}[Tt][0-9:.]+([Zz]|[+-]\d{2}:\d{2}))$') as part,
       unnest(array[1, 2, 3, 4, 7, 10]) as place
  where part is not null and pg_input_is_valid(part[2], 'timestamptz')
)
where exists (select from unnest(s.terms) as term where term ~ '^\w+=\d{4}-\d{2}-\d{2}[Tt]');
