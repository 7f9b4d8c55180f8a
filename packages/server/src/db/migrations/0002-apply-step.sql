-- One verb, one round trip: the server decides in memory what a step changes and hands all of it to apply_steps, which
-- writes it or, where the instance has moved on meanwhile, nothing. Steps that are asked for while another one is being
-- written travel together (docs/decisions/0006-one-verb-one-round-trip.md).

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

-- ── Steps ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Coded refusals, all of which leave nothing behind. Where several steps travelled together, none of them is written; the
-- server then writes each by itself.
--   CM001  the instance, the task, the actor, people or positions are not what the step was decided from: reload, decide again
--   CM002  this Idempotency-Key has been answered, or is being answered, already
--   CM003  the job that asks for the step is done, or somebody else does it
--   CM004  a number was taken by somebody else; the detail is the one that is next

-- Takes the next numbers of sequences, which must be the foreseen ones: they already stand in what the steps save.
create function take_numbers(numbers json) returns void
  language plpgsql as $$
declare
  taken integer;
begin
  insert into number_sequences (code, month, last)
  select n.code, n.month, 0 from json_to_recordset(numbers) as n (code text, month text, first integer)
  where n.first = 1
  order by n.code, n.month
  on conflict do nothing;

  -- Always in this order, so that two servers wait for each other and never crosswise.
  update number_sequences s
  set last = n.last
  from (select *
        from json_to_recordset(numbers) as n (code text, month text, first integer, last integer)
        order by code, month) n
  where s.code = n.code and s.month = n.month and s.last = n.first - 1;
  get diagnostics taken = row_count;
  if taken < json_array_length(numbers) then
    raise exception 'A number was taken by somebody else' using errcode = 'CM004', detail = (
      select coalesce(max(s.last), 0) + 1
      from json_to_recordset(numbers) as n (code text, month text, first integer)
      join number_sequences s on s.code = n.code and s.month = n.month and s.last <> n.first - 1);
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
      select v.record_id, (change ->> 'author')::uuid, v.title, v.level,
             v.data || r.filled || coalesce(change -> 'data', '{}'), v.attachment_ids, at
      from record_versions v join records r on r.id = v.record_id
      where v.record_id = (change ->> 'id')::uuid
      order by v.version desc
      limit 1
      on conflict (record_id) do nothing;
    when 'submit' then
      update records
      set number = coalesce(number, change ->> 'number'),
          title = change ->> 'title',
          level = (change ->> 'level')::smallint,
          status = change ->> 'status',
          version = (change ->> 'version')::integer,
          filled = '{}',
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
    when 'fill' then
      update records set filled = filled || (change -> 'data') where id = (change ->> 'id')::uuid;
    end case;
  end loop;
end $$;

-- Whoever works on what was handed over or called may read what it is based on.
create function grant_sources(readers jsonb, instance uuid) returns void
  language sql as $$
  insert into record_grants (record_id, person_id, reason)
  select r.id, p::uuid, 'participant'
  from instances i
  join records r on r.instance_id in (i.source_instance_id, i.parent_instance_id)
  cross join jsonb_array_elements_text(readers) as p
  where i.id = instance and r.version > 0
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

-- What few steps do, one step at a time.
create function apply_rest(change jsonb) returns void
  language plpgsql as $$
declare
  instance uuid := (change ->> 'id')::uuid;
  actor uuid := (change ->> 'actor')::uuid;
  at timestamptz := (change ->> 'at')::timestamptz;
begin
  if change ? 'records' then
    perform apply_record_changes(change -> 'records', actor, instance, at);
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

create function start_instances(starts json) returns integer
  language plpgsql as $$
declare
  started integer;
begin
  insert into instances (id, number, process_id, process_version_id, title, level, department_id, starter_id, status, state,
                         version, timers, armed_at, source_instance_id, parent_instance_id, parent_call_id, one_per,
                         started_at, ended_at)
  select s.id, s.number, s.process, s."processVersion", s.title, s.level, s.department, s.starter, s.status, s.state, 1,
         s.timers, s."armedAt", s.source, s.parent, s."parentCall", s."onePer", s.at,
         case when s.status <> 'running' then s.at end
  from json_to_recordset(starts) as s (
    id uuid, number text, directory bigint, actor uuid, process text, "processVersion" uuid, title text, level smallint,
    department text, starter uuid, status instance_status, state text, timers jsonb, "armedAt" timestamptz, source uuid, parent uuid,
    "parentCall" text, "onePer" text, at timestamptz)
  where s.directory = (select version from directory_version)
    and (select v.status = 'inEffect' from process_versions v where v.id = s."processVersion")
    and (s.actor is null
         or (select p.disabled_at is null and s.level <= p.clearance from people p where p.id = s.actor));
  get diagnostics started = row_count;
  return started;
end $$;

-- Saves steps with the rights of the tables' owner, each on behalf of its actor (null: the system). What must hold is asked
-- in the very statement that moves the instances: nobody has moved one since, its actor may see its level and has the task
-- that he does, and people and positions are as they were when the new tasks were put before somebody.
--
-- `count` is the number of steps; each other parameter is an array of rows, null where there are none. The state and the commands are kept as they were written
-- (json, not jsonb). The rows are few, so every table is to be reached by its index: a plan made while a table was small
-- must not read all of it later on.
create function apply_steps(
  count integer, keys json, claimed json, numbers json, starts json, moves json, history json, closed json, tasks json, candidates json,
  participants json, grants json, rest jsonb
) returns void
  language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  written integer;
  moved integer := 0;
begin
  if keys is not null then
    insert into idempotency_keys (person_id, key, request_sha256, status, response)
    select k.person, k.key, decode(k.request, 'hex'), k.status, k.body
    from json_to_recordset(keys) as k (person uuid, key text, request text, status smallint, body text)
    on conflict do nothing;
    get diagnostics written = row_count;
    if written < json_array_length(keys) then
      raise exception 'Answered already' using errcode = 'CM002';
    end if;
  end if;

  if claimed is not null then
    delete from jobs j
    using json_to_recordset(claimed) as c (id bigint, "lockedUntil" timestamptz)
    where j.id = c.id and j.locked_until = c."lockedUntil";
    get diagnostics written = row_count;
    if written < json_array_length(claimed) then
      raise exception 'The job was taken over' using errcode = 'CM003';
    end if;
  end if;

  if numbers is not null then
    perform take_numbers(numbers);
  end if;

  if starts is not null then
    moved := start_instances(starts);
  end if;

  if moves is not null then
    update instances i
    set state = m.state,
        version = m.version + 1,
        status = m.status,
        title = m.title,
        level = m.level,
        timers = m.timers,
        armed_at = m."armedAt",
        ended_at = case when m.status <> 'running' then m.at end
    from json_to_recordset(moves) as m (
      id uuid, version integer, directory bigint, actor uuid, done uuid, at timestamptz, status instance_status, title text,
      level smallint, timers jsonb, "armedAt" timestamptz, state text)
    where i.id = m.id
      and i.version = m.version
      and m.directory = (select version from directory_version)
      and (m.actor is null
           or (select p.disabled_at is null and i.level <= p.clearance from people p where p.id = m.actor))
      and (m.done is null
           or (select true from task_candidates c where c.person_id = m.actor and c.task_id = m.done));
    get diagnostics written = row_count;
    moved := moved + written;
  end if;
  if moved < count then
    raise exception 'The instance has moved on' using errcode = 'CM001';
  end if;

  insert into steps (instance_id, version, at, person_id, task_id, entries, commands)
  select h.instance, h.version, h.at, h.person, h.task, h.entries, h.commands
  from json_to_recordset(history) as h (
    instance uuid, version integer, at timestamptz, person uuid, task uuid, entries jsonb, commands text);

  if closed is not null then
    with ended as (
      select * from json_to_recordset(closed) as c (
        id uuid, state task_state, at timestamptz, by uuid, decision text, opinion text, "recordVersion" integer)
    ), withdrawn as (
      delete from task_candidates c using ended e where c.task_id = e.id
    )
    update tasks t
    set state = e.state,
        completed_at = e.at,
        completed_by = e.by,
        decision = e.decision,
        opinion = e.opinion,
        record_version = coalesce(e."recordVersion", t.record_version)
    from ended e
    where t.id = e.id;
  end if;

  if tasks is not null then
    insert into tasks (id, instance_id, engine_task_id, element_id, name, position_id, record_slot, record_id,
                       record_version, form_data, created_at, due_at)
    select t.id, t.instance, t."engineTaskId", t."elementId", t.name, t."positionId", t."recordSlot", t."recordId",
           t."recordVersion", t."formData", t.at, t."dueAt"
    from json_to_recordset(tasks) as t (
      id uuid, instance uuid, "engineTaskId" text, "elementId" text, name text, "positionId" text, "recordSlot" text,
      "recordId" uuid, "recordVersion" integer, "formData" jsonb, at timestamptz, "dueAt" timestamptz);
    insert into task_candidates (person_id, task_id, instance_id)
    select c.person, c.task, c.instance
    from json_to_recordset(candidates) as c (person uuid, task uuid, instance uuid);
  end if;

  if participants is not null then
    insert into instance_participants (instance_id, person_id)
    select p.instance, p.person from json_to_recordset(participants) as p (instance uuid, person uuid)
    on conflict do nothing;
  end if;

  if rest is not null then
    perform apply_rest(value) from jsonb_array_elements(rest);
  end if;

  -- The records that they are for may have been made just now.
  if grants is not null then
    insert into record_grants (record_id, person_id, reason)
    select g.record, g.person, 'participant' from json_to_recordset(grants) as g (record uuid, person uuid)
    on conflict do nothing;
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

grant select on directory_version to canmou_app;
-- Of our functions alone: an extension of the database's administrator (pg_stat_statements) may stand in this schema too.
do $$ declare ours regprocedure; begin
  for ours in select oid from pg_proc where pronamespace = 'public'::regnamespace and proowner = current_user::regrole loop
    execute format('revoke execute on function %1$s from public; grant execute on function %1$s to canmou_app', ours);
  end loop; end $$;
-- Parts of apply_steps, which is their only caller.
revoke execute on function take_numbers, apply_search_terms, apply_record_changes, grant_sources, apply_jobs, apply_versions, apply_rest,
                           start_instances from canmou_app;
