-- ── 意见附件 ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- A file belongs to a record, or to the task with whose decision it is given. Until the task is done it is its uploader's
-- alone; the decision freezes it. From then on it is seen by whoever sees both the opinion and what the opinion is about.

alter table attachments
  alter column record_id drop not null,
  add column task_id uuid references tasks,
  add constraint attachments_of_one check (num_nonnulls(record_id, task_id) = 1);
create index attachments_by_task on attachments (task_id) where task_id is not null;

drop policy attachments_read on attachments;
create policy attachments_read on attachments for select using (
  (select current_is_system())
  or (exists (select from records r where r.id = attachments.record_id)
      and (frozen_at is not null
           or uploaded_by = (select current_person())
           -- Whoever writes the draft, by its own policy.
           or exists (select from record_drafts d where d.record_id = attachments.record_id)))
  or ((frozen_at is not null or uploaded_by = (select current_person()))
      and exists (
        select from tasks t
        where t.id = attachments.task_id
          and (t.record_id is null or exists (select from records r where r.id = t.record_id))))
);

-- Freezes what is given with a decision. All of it is there and the actor's own, or the step is decided anew.
create function enclose_files(enclosed jsonb, actor uuid, at timestamptz) returns void
  language plpgsql as $$
declare
  files uuid[] := array(select jsonb_array_elements_text(enclosed -> 'files'));
  frozen integer;
begin
  -- The attachments' policies are forced on everybody.
  perform act_as_system();
  update attachments
  set frozen_at = at
  where id = any (files) and task_id = (enclosed ->> 'task')::uuid and uploaded_by = actor and frozen_at is null;
  get diagnostics frozen = row_count;
  if frozen < cardinality(files) then
    raise exception 'A file is not there any more' using errcode = 'CM001';
  end if;
end $$;

-- ── 手写签名 ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Who signed a task by hand, when, and on which content: a signature is for that version and is carried to no other. It is
-- written with the decision itself and never changed.

create table signatures (
  task_id uuid primary key references tasks,
  instance_id uuid not null,
  signer_id uuid not null references people,
  signed_at timestamptz not null,
  -- Drawn, or the signer's name as he typed it where he cannot draw.
  method text not null,
  -- PNG.
  image bytea not null,
  -- The version that was signed with the hash of its content; null where the step has no document.
  record_id uuid,
  record_version integer,
  record_sha256 bytea,
  constraint signatures_method_known check (method in ('drawn', 'typed')),
  constraint signatures_of_a_version check (num_nulls(record_id, record_version, record_sha256) in (0, 3)),
  constraint signatures_version_fkey foreign key (record_id, record_version) references record_versions
);
create index signatures_by_instance on signatures (instance_id);

-- As what came with the opinion is seen (attachments_read).
alter table signatures enable row level security;
create policy signatures_read on signatures for select using (
  (select current_is_system())
  or exists (
    select from tasks t
    where t.id = signatures.task_id
      and (t.record_id is null or exists (select from records r where r.id = t.record_id)))
);

-- 收回: what its doer took back counts no more, and is kept.
alter table tasks add column taken_back_at timestamptz;

-- What was signed is what the task is about once it is closed: for whoever submits, the version that he has just made.
create function keep_signature(signature jsonb, actor uuid, at timestamptz) returns void
  language sql as $$
  select act_as_system();
  insert into signatures (task_id, instance_id, signer_id, signed_at, method, image, record_id, record_version, record_sha256)
  select t.id, t.instance_id, actor, at, signature ->> 'method', decode(signature ->> 'image', 'base64'), v.record_id,
         v.version, v.sha256
  from tasks t
  left join record_versions v on v.record_id = t.record_id and v.version = t.record_version
  where t.id = (signature ->> 'task')::uuid;
$$;

-- What comes with a decision, and what is taken back.
create function apply_enclosures(change jsonb) returns void
  language plpgsql as $$
declare
  actor uuid := (change ->> 'actor')::uuid;
  at timestamptz := (change ->> 'at')::timestamptz;
begin
  if change ? 'enclosed' then
    perform enclose_files(change -> 'enclosed', actor, at);
  end if;
  if change ? 'signature' then
    perform keep_signature(change -> 'signature', actor, at);
  end if;
  if change ? 'takenBack' then
    update tasks set taken_back_at = at where id = (change ->> 'takenBack')::uuid;
  end if;
end $$;

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
                       record_version, form_data, created_at, due_at, on_limit)
    select t.id, t.instance, t."engineTaskId", t."elementId", t.name, t."positionId", t."recordSlot", t."recordId",
           t."recordVersion", t."formData", t.at, t."dueAt", t."onLimit"
    from json_to_recordset(tasks) as t (
      id uuid, instance uuid, "engineTaskId" text, "elementId" text, name text, "positionId" text, "recordSlot" text,
      "recordId" uuid, "recordVersion" integer, "formData" jsonb, at timestamptz, "dueAt" timestamptz,
      "onLimit" jsonb);
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

revoke execute on function enclose_files, keep_signature, apply_enclosures from public;
grant select on signatures to canmou_app;
