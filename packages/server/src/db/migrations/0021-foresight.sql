-- ── A day of the working calendar that changes ─────────────────────────────────────────────────────────────────────────
-- Clocks that are armed count by the calendar of that day. Each step is decided by one state of people, positions and
-- calendar: one that was decided by the calendar of before is refused and decided anew, so that after the change nothing is
-- armed by the old one, and what was armed before it is worked out anew by a job (work/rearm.ts).
create trigger calendar_days_change_directory
  after insert or delete or update on calendar_days
  for each statement execute function directory_changed();

-- What `zeebe:taskSchedule` said when the task was put, before the calendar made a moment of it; null where it said nothing.
alter table tasks add column due_date text;

-- What a step changes of tasks that are open already, or says of new ones beside their own row.
create function apply_dues(dues jsonb) returns void language sql as $$
  update tasks t
  set due_at = d."dueAt",
      due_date = coalesce(d."dueDate", t.due_date)
  from jsonb_to_recordset(dues) as d (task uuid, "dueAt" timestamptz, "dueDate" text)
  where t.id = d.task;
$$;

create function apply_withdrawals(withdrawn jsonb) returns void language sql as $$
  delete from task_candidates c
  using jsonb_to_recordset(withdrawn) as w (task uuid, person uuid)
  where c.task_id = w.task and c.person_id = w.person;
$$;

create or replace function apply_rest(change jsonb) returns void language plpgsql as $$
declare
  instance uuid := (change ->> 'id')::uuid;
  actor uuid := (change ->> 'actor')::uuid;
  at timestamptz := (change ->> 'at')::timestamptz;
begin
  if change ? 'records' then
    perform apply_record_changes(change -> 'records', actor, instance, at);
  end if;
  if change ? 'documents' then
    perform set_task_documents(change -> 'documents');
  end if;
  if change ? 'withdrawn' then
    perform apply_withdrawals(change -> 'withdrawn');
  end if;
  if change ? 'dues' then
    perform apply_dues(change -> 'dues');
  end if;
  -- The records' policies are forced on everybody.
  if change ? 'basis' or change ? 'readers' then
    perform act_as_system();
  end if;
  if change ? 'basis' then
    perform grant_basis(change -> 'basis');
  end if;
  if change ? 'readers' then
    perform grant_sources(change -> 'readers', instance);
  end if;
  if change ? 'copies' then
    insert into copies (instance_id, person_id, copied_by, created_at)
    select instance, c::uuid, actor, at from jsonb_array_elements_text(change -> 'copies') as c
    on conflict do nothing;
  end if;
  if change ? 'jobs' or change ? 'droppedJobs' then
    perform apply_jobs(change, at);
  end if;
  if change ? 'versions' then
    perform apply_versions(change, instance, at);
  end if;
  -- A review that ended without its five signatures leaves a draft.
  if change ? 'ended' then
    update process_versions set status = 'draft', review_instance_id = null
    where review_instance_id = instance and status in ('draft', 'inReview');
  end if;
end $$;

revoke execute on function apply_dues, apply_withdrawals from public;

-- ── What a substitute finds ────────────────────────────────────────────────────────────────────────────────────────────
-- Search and lists go the ways by which the policies of `records` let somebody in. What a substitute may read while he acts
-- in another's place was none of them: he found it from the task alone. The policies judge each row still, so that he finds
-- what he may read and no more, and nothing once the period is over. `search_records` goes this way from 0022 on.
create function records_in_anothers_place() returns table (id uuid)
  language sql stable security definer set search_path = public, pg_temp rows 20 as $$
  select substituted_records()
  union
  select t.record_id
  from substituted_tasks() s
  join tasks t on t.id = s.task_id
  where t.record_id is not null
  union
  select d.record_id
  from substituted_tasks() s
  join task_documents d on d.task_id = s.task_id
$$;

-- Periods that are named already begin and end with a hint to both, as those that are named from now on.
insert into jobs (kind, key, payload, run_at)
select 'substitutionTurns', 'substitution:' || s.id || ':' || t.turn,
       jsonb_build_object('people', array[s.person_id, s.substitute_id]), t.at
from substitutions s
cross join lateral (values ('from', s.valid_from), ('to', s.valid_to)) as t (turn, at)
where t.at > now();

revoke execute on function records_in_anothers_place from public;
grant execute on function records_in_anothers_place to canmou_app;
