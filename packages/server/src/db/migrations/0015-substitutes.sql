-- ── 代理 ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Somebody who is away names who acts in his place, from when to when, for which processes. Nothing is written when the
-- period begins or ends: who may act is asked of this table whenever somebody looks or acts, so that a period that is over,
-- or was ended early, holds nothing open. Both see the task; what was done says who did it and in whose place.

create table substitutions (
  id uuid primary key,
  person_id uuid not null references people,
  substitute_id uuid not null references people,
  valid_from timestamptz not null,
  -- The first moment that it holds no more.
  valid_to timestamptz not null,
  -- Null: every process.
  process_ids text[],
  reason text not null default '',
  created_by uuid not null references people,
  created_at timestamptz not null default now(),
  constraint substitutions_of_another check (person_id <> substitute_id),
  constraint substitutions_period check (valid_to >= valid_from),
  constraint substitutions_of_something check (process_ids <> '{}')
);
create index substitutions_by_person on substitutions (person_id, valid_to);
create index substitutions_by_substitute on substitutions (substitute_id, valid_to);

-- A step that somebody else's place was taken for is decided anew where that place was taken away meanwhile.
create trigger substitutions_change_directory
  after insert or delete or update on substitutions
  for each statement execute function directory_changed();

alter table substitutions enable row level security;
create policy substitutions_read on substitutions for select using (
  (select current_is_system())
  or person_id = (select current_person())
  or substitute_id = (select current_person())
  or (select current_is_process_admin())
);
create policy substitutions_insert on substitutions for insert
  with check (person_id = (select current_person()) or (select current_is_process_admin()));
create policy substitutions_update on substitutions for update
  using (person_id = (select current_person()) or (select current_is_process_admin()));

-- Whether somebody has named a substitute himself in that time; who, and what for, is not told.
create function is_away(person uuid, period_from timestamptz, period_to timestamptz) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from substitutions s where s.person_id = person and s.valid_from < period_to and period_from < s.valid_to
  )
$$;

alter table tasks add column on_behalf_of uuid;
create index tasks_done_on_behalf on tasks (on_behalf_of, completed_at desc, id desc) where on_behalf_of is not null;

-- The open tasks of those in whose place the actor acts now. Nobody acts in another's place on what he began himself: he
-- would approve his own request.
create function substituted_tasks() returns table (task_id uuid, instance_id uuid, person_id uuid)
  language sql stable security definer set search_path = public, pg_temp rows 10 as $$
  select c.task_id, c.instance_id, c.person_id
  from substitutions s
  join task_candidates c on c.person_id = s.person_id
  join instances i on i.id = c.instance_id
  where s.substitute_id = current_person()
    and s.valid_from <= now() and now() < s.valid_to
    and (s.process_ids is null or i.process_id = any (s.process_ids))
    and i.starter_id <> current_person()
    and i.level <= current_clearance()
$$;

-- The open tasks that the actor may do, his own and, with in whose place, those of others; each once.
create function tasks_before_me() returns table (task_id uuid, instance_id uuid, on_behalf_of uuid)
  language sql stable rows 50 as $$
  select c.task_id, c.instance_id, null::uuid
  from task_candidates c
  where c.person_id = current_person()
  union all
  (select distinct on (s.task_id) s.task_id, s.instance_id, s.person_id
   from substituted_tasks() s
   where not exists (select from task_candidates c where c.task_id = s.task_id and c.person_id = current_person())
   order by s.task_id, s.person_id)
$$;

create policy instances_read_by_substitutes on instances for select using (
  level <= (select current_clearance()) and id in (select s.instance_id from substituted_tasks() s)
);

-- What the one in whose place he acts may read in the run and in what it came from: as a task shows it, no further.
create function substituted_records() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp rows 20 as $$
  select g.record_id
  from substituted_tasks() s
  join instances i on i.id = s.instance_id
  join tasks t on t.instance_id in (i.id, i.source_instance_id, i.parent_instance_id) and t.record_id is not null
  join record_grants g on g.record_id = t.record_id and g.person_id = s.person_id
$$;

create policy records_read_by_substitutes on records for select using (
  level <= (select current_clearance()) and version > 0 and id in (select substituted_records())
);

create or replace function holds_task_on(record uuid) returns boolean
  language sql stable as $$
  select exists (
    select from task_candidates c
    join tasks t on t.id = c.task_id
    where c.person_id = current_person() and t.record_id = record
  ) or exists (
    select from substituted_tasks() s
    join tasks t on t.id = s.task_id
    where t.record_id = record
  )
$$;

-- Saves steps with the rights of the tables' owner, each on behalf of its actor (null: the system). What must hold is asked
-- in the very statement that moves the instances: nobody has moved one since, its actor may see its level and has the task
-- that he does, and people and positions are as they were when the new tasks were put before somebody.
--
-- `count` is the number of steps; each other parameter is an array of rows, null where there are none. The state and the commands are kept as they were written
-- (json, not jsonb). The rows are few, so every table is to be reached by its index: a plan made while a table was small
-- must not read all of it later on.
create or replace function apply_steps(
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
      id uuid, version integer, directory bigint, actor uuid, done uuid, "onBehalfOf" uuid, at timestamptz,
      status instance_status, title text, level smallint, timers jsonb, "armedAt" timestamptz, state text)
    where i.id = m.id
      and i.version = m.version
      and m.directory = (select version from directory_version)
      and (m.actor is null
           or (select p.disabled_at is null and i.level <= p.clearance from people p where p.id = m.actor))
      and (m.done is null
           or (select true from task_candidates c
               where c.person_id = coalesce(m."onBehalfOf", m.actor) and c.task_id = m.done));
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
        id uuid, state task_state, at timestamptz, by uuid, "onBehalfOf" uuid, decision text, opinion text,
        "recordVersion" integer)
    ), withdrawn as (
      delete from task_candidates c using ended e where c.task_id = e.id
    )
    update tasks t
    set state = e.state,
        completed_at = e.at,
        completed_by = e.by,
        on_behalf_of = e."onBehalfOf",
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

grant select, insert, update on substitutions to canmou_app;
revoke execute on function substituted_tasks, tasks_before_me, substituted_records, is_away from public;
grant execute on function substituted_tasks, tasks_before_me, substituted_records, is_away to canmou_app;
