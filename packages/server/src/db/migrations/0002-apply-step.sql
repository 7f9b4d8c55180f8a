-- One verb, one transaction, one round trip: the server decides in memory what a step changes and hands all of it to
-- apply_step, which writes it or, where the instance has moved on meanwhile, nothing.

-- ── Who holds what ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- Servers keep people and positions in memory to say before whom a task is put. This number changes with every change of
-- them, and a step says from which one it was made, so nobody is given a task by yesterday's list (GOV-3).

create table directory_version (
  only_row boolean primary key default true check (only_row),
  version bigint not null
);
insert into directory_version (version) values (1);

create function directory_changed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update directory_version set version = version + 1;
  return null;
end $$;

create trigger people_change_directory
  after insert or delete or update of username, name, clearance, disabled_at, department_id on people
  for each statement execute function directory_changed();
create trigger positions_change_directory
  after insert or delete or update on positions
  for each statement execute function directory_changed();
create trigger position_assignments_change_directory
  after insert or delete or update on position_assignments
  for each statement execute function directory_changed();

-- ── The step ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Coded refusals, all of which leave nothing behind:
--   CM001  the instance, the task, the actor, people or positions are not what the step was decided from: reload, decide again
--   CM002  this Idempotency-Key has been answered, or is being answered, already
--   CM003  the job that asks for the step is done, or somebody else does it
--   CM004  a number was taken by somebody else; the detail is the one that is next

-- Takes the next number of a sequence, which must be the foreseen one: it already stands in what the step saves.
create function take_number(prefix text, at timestamptz, foreseen text) returns void
  language plpgsql as $$
declare
  given text := next_number(prefix, at);
begin
  if given <> foreseen then
    raise exception 'The next number of % is not %', prefix, foreseen using errcode = 'CM004', detail = given;
  end if;
end $$;

-- A change that says nothing about terms leaves them as they are.
create function apply_search_terms(change jsonb) returns void
  language plpgsql as $$
begin
  if change ? 'searchTerms' then
    perform set_search_terms((change ->> 'id')::uuid, array(select jsonb_array_elements_text(change -> 'searchTerms')));
  end if;
end $$;

create function apply_record_changes(changes jsonb, actor uuid, instance uuid, at timestamptz) returns void
  language plpgsql as $$
declare
  change jsonb;
begin
  -- The records' policies are forced on everybody.
  perform act_as_system();
  for change in select * from jsonb_array_elements(changes) loop
    case change ->> 'type'
    when 'create' then
      insert into records (id, kind, title, level, is_shared, owner_id, department_id, instance_id, created_at, updated_at)
      values ((change ->> 'id')::uuid, change ->> 'kind', change ->> 'title', (change ->> 'level')::smallint,
              coalesce((change ->> 'shared')::boolean, false), (change ->> 'owner')::uuid, change ->> 'department',
              instance, at, at);
      insert into record_grants (record_id, person_id, reason)
      values ((change ->> 'id')::uuid, (change ->> 'owner')::uuid, 'owner');
      insert into record_drafts (record_id, author_id, title, level, data, saved_at)
      values ((change ->> 'id')::uuid, (change ->> 'owner')::uuid, change ->> 'title', (change ->> 'level')::smallint,
              change -> 'data', at);
      perform apply_search_terms(change);
    when 'reopen' then
      -- The next version starts from the last one (domain.md §6 001-2: 有修改意见 → back to the author).
      update records set status = change ->> 'status', updated_at = at where id = (change ->> 'id')::uuid;
      insert into record_drafts (record_id, author_id, title, level, data, attachment_ids, saved_at)
      select v.record_id, (change ->> 'author')::uuid, v.title, v.level, v.data || coalesce(change -> 'data', '{}'),
             v.attachment_ids, at
      from record_versions v
      where v.record_id = (change ->> 'id')::uuid
      order by v.version desc
      limit 1
      on conflict (record_id) do nothing;
    when 'submit' then
      if change ? 'take' then
        perform take_number(change ->> 'take', at, change ->> 'number');
      end if;
      update records
      set number = coalesce(number, change ->> 'number'),
          title = change ->> 'title',
          level = (change ->> 'level')::smallint,
          status = change ->> 'status',
          version = (change ->> 'version')::integer,
          updated_at = at
      where id = (change ->> 'id')::uuid and version = (change ->> 'version')::integer - 1;
      if not found then
        raise exception 'The record has another version' using errcode = 'CM001';
      end if;
      insert into record_versions (record_id, version, title, level, data, attachment_ids, sha256, submitted_by, submitted_at)
      values ((change ->> 'id')::uuid, (change ->> 'version')::integer, change ->> 'title', (change ->> 'level')::smallint,
              change -> 'data', array(select jsonb_array_elements_text(change -> 'attachmentIds'))::uuid[],
              decode(change ->> 'sha256', 'hex'), actor, at);
      update attachments set frozen_at = at
      where id = any (array(select jsonb_array_elements_text(change -> 'attachmentIds'))::uuid[]) and frozen_at is null;
      delete from record_drafts
      where record_id = (change ->> 'id')::uuid
        and (not change ? 'draftRevision' or revision = (change ->> 'draftRevision')::integer);
      if not found and change ? 'draftRevision' then
        raise exception 'The draft was changed meanwhile' using errcode = 'CM001';
      end if;
      insert into record_links (from_id, to_id, type, created_at, created_by)
      select (change ->> 'id')::uuid, l.record, l.type, at, actor
      from jsonb_to_recordset(coalesce(change -> 'links', '[]')) as l (record uuid, type text)
      on conflict do nothing;
      perform apply_search_terms(change);
    when 'status' then
      update records set status = change ->> 'status', updated_at = at where id = (change ->> 'id')::uuid;
    end case;
  end loop;
end $$;

create function apply_participation(change jsonb, actor uuid, instance uuid, at timestamptz) returns void
  language sql as $$
  insert into instance_participants (instance_id, person_id)
  select instance, p::uuid from jsonb_array_elements_text(change -> 'participants') as p
  on conflict do nothing;
  -- Whoever works on what was handed over or called may read what it is based on.
  insert into record_grants (record_id, person_id, reason)
  select r.id, p::uuid, 'participant'
  from instances i
  join records r on r.instance_id in (i.source_instance_id, i.parent_instance_id)
  cross join jsonb_array_elements_text(change -> 'participants') as p
  where i.id = instance and r.version > 0
  on conflict do nothing;
  insert into record_grants (record_id, person_id, reason)
  select g.record, g.person, 'participant' from jsonb_to_recordset(change -> 'grants') as g (record uuid, person uuid)
  on conflict do nothing;
  insert into copies (instance_id, person_id, copied_by, created_at)
  select instance, c::uuid, actor, at from jsonb_array_elements_text(change -> 'copies') as c
  on conflict do nothing;
$$;

create function apply_jobs(change jsonb, at timestamptz) returns void
  language plpgsql as $$
declare
  name text;
begin
  for name in select jsonb_array_elements_text(change -> 'droppedJobs') loop
    delete from jobs where key = name;
  end loop;
  insert into jobs (kind, key, payload, run_at)
  select j.kind, j.key, coalesce(j.payload, '{}'), coalesce(j."runAt", at)
  from jsonb_to_recordset(change -> 'jobs') as j (kind text, key text, payload jsonb, "runAt" timestamptz)
  on conflict on constraint jobs_key_unique do update
    set run_at = excluded.run_at, payload = excluded.payload, attempts = 0, locked_until = null;
end $$;

-- A version takes effect with the fifth signature and retires the one before it; a refusal makes it a draft again.
create function apply_versions(change jsonb, instance uuid, at timestamptz) returns void
  language plpgsql as $$
declare
  one jsonb;
begin
  for one in select * from jsonb_array_elements(change -> 'versions') loop
    if one ->> 'status' = 'inEffect' then
      update process_versions set status = 'retired'
      where process_id = (select process_id from process_versions where id = (one ->> 'id')::uuid) and status = 'inEffect';
    end if;
    update process_versions
    set status = one ->> 'status',
        review_instance_id = instance,
        signed_by = case when one ->> 'status' = 'inEffect' then instance::text end,
        effective_at = case when one ->> 'status' = 'inEffect' then at end
    where id = (one ->> 'id')::uuid
      and status in ('draft', 'inReview')
      and (review_instance_id is null or review_instance_id = instance);
    if not found then
      raise exception 'The version is not under this review' using errcode = 'CM001';
    end if;
  end loop;
end $$;

-- Saves a step with the rights of the tables' owner, on behalf of `actor` (null: the system). What must hold is asked in the
-- very statement that moves the instance: nobody has moved it since, the actor may see its level and has the task that he
-- does, and people and positions are as they were when the new tasks were put before somebody.
create function apply_step(
  actor uuid, change jsonb, new_state text, new_entries text, new_commands text, answer text
) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  instance uuid := (change ->> 'id')::uuid;
  made_from integer := (change ->> 'version')::integer;
  at timestamptz := (change ->> 'at')::timestamptz;
  done_task uuid := (change -> 'done' ->> 'id')::uuid;
  new_status text := change ->> 'status';
begin
  if change ? 'key' then
    insert into idempotency_keys (person_id, key, request_sha256, status, response)
    values (actor, change ->> 'key', decode(change ->> 'request', 'hex'), (change ->> 'answerStatus')::smallint, answer)
    on conflict do nothing;
    if not found then
      raise exception 'Answered already' using errcode = 'CM002';
    end if;
  end if;

  if change ? 'job' then
    delete from jobs
    where id = (change -> 'job' ->> 'id')::bigint and locked_until = (change -> 'job' ->> 'lockedUntil')::timestamptz;
    if not found then
      raise exception 'The job was taken over' using errcode = 'CM003';
    end if;
  end if;

  if made_from = 0 then
    if (change ->> 'directory')::bigint <> (select version from directory_version) then
      raise exception 'People or positions have changed' using errcode = 'CM001';
    end if;
    if not exists (select from process_versions v where v.id = (change ->> 'processVersion')::uuid and v.status = 'inEffect') then
      raise exception 'The version is not in effect' using errcode = 'CM001';
    end if;
    perform take_number(change ->> 'take', at, change ->> 'number');
    insert into instances (id, number, process_id, process_version_id, title, level, department_id, starter_id, status, state,
                           version, timers, armed_at, source_instance_id, parent_instance_id, parent_call_id, one_per,
                           started_at, ended_at)
    values (instance, change ->> 'number', change ->> 'process', (change ->> 'processVersion')::uuid, change ->> 'title',
            (change ->> 'level')::smallint, change ->> 'department', (change ->> 'starter')::uuid, new_status, new_state,
            0, change -> 'timers', (change ->> 'armedAt')::timestamptz, (change ->> 'source')::uuid,
            (change ->> 'parent')::uuid, change ->> 'parentCall', change ->> 'onePer', at, case when new_status <> 'running' then at end);
  end if;

  with moved as (
    update instances i
    set state = new_state,
        version = made_from + 1,
        status = new_status,
        title = change ->> 'title',
        level = (change ->> 'level')::smallint,
        timers = change -> 'timers',
        armed_at = (change ->> 'armedAt')::timestamptz,
        ended_at = case when new_status <> 'running' then at end
    where i.id = instance
      and i.version = made_from
      and (change ->> 'directory')::bigint = (select version from directory_version)
      and (actor is null
           or exists (select from people p where p.id = actor and p.disabled_at is null and i.level <= p.clearance))
      and (done_task is null
           or exists (select from task_candidates c where c.person_id = actor and c.task_id = done_task))
    returning i.id
  ), logged as (
    insert into steps (instance_id, version, at, person_id, entries, commands)
    select id, made_from + 1, at, actor, new_entries::jsonb, new_commands from moved
  ), finished as (
    update tasks
    set state = 'done',
        completed_at = at,
        completed_by = actor,
        decision = change -> 'done' ->> 'decision',
        opinion = change -> 'done' ->> 'opinion',
        record_version = coalesce((change -> 'done' ->> 'recordVersion')::integer, record_version)
    where id = done_task
  ), closed as (
    delete from task_candidates where task_id = done_task
  ), made as (
    insert into tasks (id, instance_id, engine_task_id, element_id, name, position_id, record_slot, record_id,
                       record_version, form_data, created_at, due_at)
    select t.id, m.id, t."engineTaskId", t."elementId", t.name, t."positionId", t."recordSlot", t."recordId",
           t."recordVersion", t."formData", at, t."dueAt"
    from moved m,
         jsonb_to_recordset(change -> 'tasks') as t (
           id uuid, "engineTaskId" text, "elementId" text, name text, "positionId" text, "recordSlot" text,
           "recordId" uuid, "recordVersion" integer, "formData" jsonb, "dueAt" timestamptz)
  ), put_before as (
    insert into task_candidates (person_id, task_id, instance_id)
    select c.person, c.task, m.id from moved m, jsonb_to_recordset(change -> 'candidates') as c (person uuid, task uuid)
  )
  select id into instance from moved;
  if not found then
    raise exception 'The instance has moved on' using errcode = 'CM001';
  end if;

  if change ? 'cancelled' then
    update tasks set state = 'cancelled', completed_at = at
    where id = any (array(select jsonb_array_elements_text(change -> 'cancelled'))::uuid[]);
    delete from task_candidates
    where task_id = any (array(select jsonb_array_elements_text(change -> 'cancelled'))::uuid[]);
  end if;
  if change ? 'records' then
    perform apply_record_changes(change -> 'records', actor, instance, at);
  end if;
  if change ? 'participants' or change ? 'grants' or change ? 'copies' then
    perform apply_participation(change, actor, instance, at);
  end if;
  if change ? 'jobs' or change ? 'droppedJobs' then
    perform apply_jobs(change, at);
  end if;
  if change ? 'versions' then
    perform apply_versions(change, instance, at);
  end if;
  -- A review that ended without its five signatures leaves a draft.
  if new_status <> 'running' then
    update process_versions set status = 'draft', review_instance_id = null
    where review_instance_id = instance and status in ('draft', 'inReview');
  end if;
end $$;

-- The commands of an instance in the order in which they were given, for a replay.
create function replay_commands(instance uuid) returns setof text
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not current_is_system() then
    raise exception 'Only the system may read commands' using errcode = 'insufficient_privilege';
  end if;
  return query select s.commands from steps s where s.instance_id = instance order by s.version;
end $$;

-- ── Rights of the server's role ────────────────────────────────────────────────────────────────────────────────────────

revoke execute on all functions in schema public from public;
grant select on directory_version to canmou_app;
grant execute on all functions in schema public to canmou_app;
-- Parts of apply_step, which is their only caller.
revoke execute on function take_number, apply_search_terms, apply_record_changes, apply_participation, apply_jobs, apply_versions from canmou_app;
