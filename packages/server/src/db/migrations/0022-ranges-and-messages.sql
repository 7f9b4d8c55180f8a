-- ── Lists narrowed by a range ──────────────────────────────────────────────────────────────────────────────────────────
-- A day, a month or a whole number stands in the index under each of its beginnings too, so that a range is a few terms of
-- which a record must have one (records/range-terms.ts).

-- What stands there already: `day=2026-03-16` under `day=2026`, `day=202` …, `year=2039` under `year=4:203` …
update record_search s
set terms = array(
  select unnest(s.terms)
  union
  select left(term, strpos(term, '=') + place)
  from unnest(s.terms) as term, generate_series(1, 4) as place
  where term ~ '^\w+=\d{4}-\d{2}(-\d{2})?$'
  union
  select part[1] || '=' || part[2] || length(part[3]) || ':' || left(part[3], place)
  from unnest(s.terms) as term,
       regexp_match(term, '^(\w+)=(-?)(\d{1,15})$') as part,
       generate_series(0, length(part[3])) as place
  where part is not null
)
where exists (select from unnest(s.terms) as term where term ~ '^\w+=(\d{4}-\d{2}(-\d{2})?|-?\d{1,15})$');

create function has_one_of_each(terms text[], ranges jsonb) returns boolean
  language sql immutable as $$
  select coalesce(bool_and(terms && array(select jsonb_array_elements_text(one))), true)
  from jsonb_array_elements(ranges) as one
$$;

-- As in 0019, with what the actor may read in another's place; and of each of `ranges` a record must have one term. The
-- first is a condition of the index; the others are asked of what that has found.
drop function search_records(text[], text, uuid, integer);
create function search_records(wanted text[], ranges jsonb, wanted_status text, before uuid, most integer)
  returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  newest uuid[];
  one_of text[] := case when ranges -> 0 is not null then array(select jsonb_array_elements_text(ranges -> 0)) end;
  others jsonb := ranges - 0;
begin
  newest := array(
    select r.id
    from (select n.record_id, n.terms
          from record_search n
          where n.record_id < before
          order by n.record_id desc
          limit 1000) s
    join records r on r.id = s.record_id
    where s.terms @> wanted
      and (one_of is null or s.terms && one_of)
      and has_one_of_each(s.terms, others)
      and (wanted_status is null or r.status = wanted_status)
      and not (r.version = 0 and r.status = 'void')
    order by r.id desc
    limit most);
  if cardinality(newest) = most then
    return query select unnest(newest);
    return;
  end if;
  return query
    with ways as (
      select wanted as terms where current_sees_all()
      union all
      select wanted || ('~' || current_person())
      union all
      select wanted || ('~' || d) from unnest(current_departments()) as d
      union all
      select wanted || '~'::text
    ), found as materialized (
      select s.record_id from ways w join record_search s on s.terms @> w.terms
      where s.record_id < before and (one_of is null or s.terms && one_of)
      union
      select s.record_id
      from record_grants g
      join record_search s on s.record_id = g.record_id
      where g.person_id = current_person() and g.record_id < before
        and s.terms @> wanted and (one_of is null or s.terms && one_of)
      union
      select s.record_id
      from task_candidates c
      join tasks t on t.id = c.task_id
      join record_search s on s.record_id = t.record_id
      where c.person_id = current_person() and t.record_id < before
        and s.terms @> wanted and (one_of is null or s.terms && one_of)
      union
      select s.record_id
      from task_candidates c
      join task_documents d on d.task_id = c.task_id
      join record_search s on s.record_id = d.record_id
      where c.person_id = current_person() and d.record_id < before
        and s.terms @> wanted and (one_of is null or s.terms && one_of)
      union
      select s.record_id
      from records_in_anothers_place() p
      join record_search s on s.record_id = p.id
      where p.id < before and s.terms @> wanted and (one_of is null or s.terms && one_of)
    )
    select r.id
    from found f
    join records r on r.id = f.record_id
    join record_search s on s.record_id = f.record_id
    where (wanted_status is null or r.status = wanted_status)
      and not (r.version = 0 and r.status = 'void')
      and has_one_of_each(s.terms, others)
    order by r.id desc
    limit most;
end $$;

grant execute on function search_records to canmou_app;
revoke execute on function has_one_of_each from public;

-- ── Messages that nobody took ──────────────────────────────────────────────────────────────────────────────────────────
-- Their end stands in the log, where the 流程管理员 reads it (work/messages/expired-messages.ts).
alter policy audit_log_read on audit_log using (
  (select current_is_system())
  or ((subject_type in ('department', 'position', 'person', 'assignment') or action = 'message.expired')
      and (select current_is_process_admin()))
);
create index audit_log_of_expired_messages on audit_log (id desc) where action = 'message.expired';
