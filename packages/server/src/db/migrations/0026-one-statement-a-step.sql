-- ── One statement for what a step does to its instance ────────────────────────────────────────────────────────────────
-- The instance moves, its history grows and the task that was done is closed by one statement over one list of rows; a new
-- task brings its candidates along. The engine's state, what happened and the commands are kept as they come: they travel
-- beside the JSON, for reading them as a part of it cost more than any other part of the call. Texts of one parameter are
-- parted by the record separator, which JSON never holds.

-- As in 0002, with the history that a start begins.
create or replace function start_instances(starts json) returns integer
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

  insert into steps (instance_id, version, at, person_id, entries, commands)
  select s.id, 1, s.at, s.actor, s.entries, s.commands
  from json_to_recordset(starts) as s (id uuid, at timestamptz, actor uuid, entries jsonb, commands text);
  return started;
end $$;

-- As in 0020 otherwise.
drop function apply_steps(integer, json, json, json, json, json, json, json, json, json, json, json, jsonb);
create function apply_steps(
  count integer, keys json, claimed json, numbers json, starts json, moves json, states text, entries text, commands text,
  closed json, tasks json, candidates json, participants json, grants json, rest jsonb
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
    -- What stays as it is may be left out of a row: title, level, timers with the moment of the next.
    with gone_on as (
      update instances i
      set state = m.state,
          version = m.version + 1,
          status = m.status,
          title = coalesce(m.title, i.title),
          level = coalesce(m.level, i.level),
          timers = coalesce(m.timers, i.timers),
          armed_at = case when m.timers is null then i.armed_at else m."armedAt" end,
          ended_at = case when m.status <> 'running' then m.at end
      from rows from (
        json_to_recordset(moves) as (
          id uuid, version integer, directory bigint, actor uuid, done uuid, "onBehalfOf" uuid, at timestamptz,
          status instance_status, title text, level smallint, timers jsonb, "armedAt" timestamptz, decision text,
          opinion text, "recordVersion" integer),
        unnest(string_to_array(states, E'\x1e')),
        unnest(string_to_array(apply_steps.entries, E'\x1e')),
        unnest(string_to_array(apply_steps.commands, E'\x1e'))) as m (
          id, version, directory, actor, done, "onBehalfOf", at, status, title, level, timers, "armedAt", decision, opinion,
          "recordVersion", state, entries, commands)
      where i.id = m.id
        and i.version = m.version
        and m.directory = (select version from directory_version)
        and (m.actor is null
             or (select p.disabled_at is null and i.level <= p.clearance from people p where p.id = m.actor))
        and (m.done is null
             or (select true from task_candidates c
                 where c.person_id = coalesce(m."onBehalfOf", m.actor) and c.task_id = m.done))
      returning m.id, i.version, m.at, m.actor, m.done, m."onBehalfOf", m.decision, m.opinion, m."recordVersion", m.entries,
                m.commands
    ), told as (
      insert into steps (instance_id, version, at, person_id, task_id, entries, commands)
      select m.id, m.version, m.at, m.actor, m.done, m.entries::jsonb, m.commands
      from gone_on m
    ), withdrawn as (
      delete from task_candidates c using gone_on m where c.task_id = m.done
    ), closed as (
      update tasks t
      set state = 'done',
          completed_at = m.at,
          completed_by = m.actor,
          on_behalf_of = m."onBehalfOf",
          decision = m.decision,
          opinion = m.opinion,
          record_version = coalesce(m."recordVersion", t.record_version)
      from gone_on m
      where t.id = m.done
    )
    select count(*) + moved into moved from gone_on;
  end if;
  if moved < count then
    raise exception 'The instance has moved on' using errcode = 'CM001';
  end if;

  -- Tasks that end otherwise than by somebody who did them.
  if closed is not null then
    with ended as (
      select * from json_to_recordset(closed) as c (
        id uuid, state task_state, at timestamptz, decision text, "recordVersion" integer)
    ), withdrawn as (
      delete from task_candidates c using ended e where c.task_id = e.id
    )
    update tasks t
    set state = e.state,
        completed_at = e.at,
        decision = e.decision,
        record_version = coalesce(e."recordVersion", t.record_version)
    from ended e
    where t.id = e.id;
  end if;

  if tasks is not null then
    with put as materialized (
      select * from json_to_recordset(tasks) as t (
        id uuid, instance uuid, "engineTaskId" text, "elementId" text, name text, "positionId" text, "recordId" uuid,
        "recordVersion" integer, "formData" jsonb, at timestamptz, "dueAt" timestamptz, "onLimit" jsonb, candidates uuid[])
    ), seated as (
      insert into task_candidates (person_id, task_id, instance_id)
      select person, p.id, p.instance from put p, unnest(p.candidates) as person
      on conflict do nothing
    )
    insert into tasks (id, instance_id, engine_task_id, element_id, name, position_id, record_id, record_version,
                       form_data, created_at, due_at, on_limit)
    select p.id, p.instance, p."engineTaskId", p."elementId", p.name, p."positionId", p."recordId", p."recordVersion",
           p."formData", p.at, p."dueAt", p."onLimit"
    from put p;
  end if;

  -- Of tasks that are there already: 逾期升级 adds to their holders.
  if candidates is not null then
    insert into task_candidates (person_id, task_id, instance_id)
    select c.person, c.task, c.instance
    from json_to_recordset(candidates) as c (person uuid, task uuid, instance uuid)
    on conflict do nothing;
  end if;

  if participants is not null then
    insert into instance_participants (instance_id, person_id)
    select p.instance, p.person from json_to_recordset(participants) as p (instance uuid, person uuid)
    on conflict do nothing;
  end if;

  if rest is not null then
    perform apply_rest(value) from jsonb_array_elements(rest);
    -- What was signed may be a version that has been made just now.
    perform apply_enclosures(value) from jsonb_array_elements(rest);
  end if;

  -- The records that they are for may have been made just now.
  if grants is not null then
    insert into record_grants (record_id, person_id, reason)
    select g.record, g.person, 'participant' from json_to_recordset(grants) as g (record uuid, person uuid)
    on conflict do nothing;
  end if;
end $$;

revoke execute on function apply_steps from public;
grant execute on function apply_steps to canmou_app;
