-- ── What a hand signature is for ───────────────────────────────────────────────────────────────────────────────────────
-- At a step about several documents one hand signs all of them: a row for each version with its number and the hash of its
-- content; none where the step has no document.

create table signed_versions (
  task_id uuid not null references signatures,
  record_id uuid not null,
  record_version integer not null,
  record_number text not null,
  record_sha256 bytea not null,
  constraint signed_versions_pkey primary key (task_id, record_id),
  constraint signed_versions_version_fkey foreign key (record_id, record_version) references record_versions
);
create index signed_versions_by_version on signed_versions (record_id, record_version);

alter table signed_versions enable row level security;
create policy signed_versions_read on signed_versions for select using (
  (select current_is_system()) or sees_what_task_is_about(task_id)
);

-- What a task that is closed was about, in the versions that were submitted or decided on.
create function versions_of_task(task uuid)
  returns table (record_id uuid, record_version integer, record_number text, record_sha256 bytea)
  language sql stable as $$
  select v.record_id, v.version, r.number, v.sha256
  from (select d.record_id, d.record_version as version from task_documents d where d.task_id = task
        union
        select t.record_id, t.record_version
        from tasks t
        where t.id = task and not exists (select from task_documents d where d.task_id = task)) one
  join record_versions v on v.record_id = one.record_id and v.version = one.version
  join records r on r.id = v.record_id
$$;

select act_as_system();
insert into signed_versions (task_id, record_id, record_version, record_number, record_sha256)
select s.task_id, v.record_id, v.record_version, v.record_number, v.record_sha256
from signatures s
cross join lateral versions_of_task(s.task_id) v;

alter table signatures
  drop column record_id,
  drop column record_version,
  drop column record_sha256;

-- As in 0018, for all that the task is about: for whoever submits, the versions that he has just made.
create or replace function keep_signature(signature jsonb, actor uuid, at timestamptz) returns void
  language sql as $$
  select act_as_system();
  insert into signatures (task_id, instance_id, signer_id, signed_at, method, image)
  select t.id, t.instance_id, actor, at, signature ->> 'method', decode(signature ->> 'image', 'base64')
  from tasks t
  where t.id = (signature ->> 'task')::uuid;
  insert into signed_versions (task_id, record_id, record_version, record_number, record_sha256)
  select (signature ->> 'task')::uuid, v.record_id, v.record_version, v.record_number, v.record_sha256
  from versions_of_task((signature ->> 'task')::uuid) v;
$$;

grant select on signed_versions to canmou_app;
revoke execute on function versions_of_task from public;

-- ── The slot of a task ─────────────────────────────────────────────────────────────────────────────────────────────────
-- The record itself has it since 0019, and no task that was made since knows one.

alter table tasks drop column record_slot;

-- As in 0018, without the slot.
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
    insert into tasks (id, instance_id, engine_task_id, element_id, name, position_id, record_id, record_version,
                       form_data, created_at, due_at, on_limit)
    select t.id, t.instance, t."engineTaskId", t."elementId", t.name, t."positionId", t."recordId", t."recordVersion",
           t."formData", t.at, t."dueAt", t."onLimit"
    from json_to_recordset(tasks) as t (
      id uuid, instance uuid, "engineTaskId" text, "elementId" text, name text, "positionId" text, "recordId" uuid,
      "recordVersion" integer, "formData" jsonb, at timestamptz, "dueAt" timestamptz, "onLimit" jsonb);
  end if;

  -- Of a task that is there already too: 逾期升级 adds to its holders.
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
