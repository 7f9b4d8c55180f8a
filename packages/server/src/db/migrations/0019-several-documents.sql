-- ── A step with several documents ──────────────────────────────────────────────────────────────────────────────────────
-- Some steps make several documents of their kind (`many`), and a later step may be about all of them. Such a task has a row
-- here for each, in the order of their ids, with the version that was submitted or decided on; `tasks.record_id` is the
-- first of them. A task that is about one document has no row.

create table task_documents (
  task_id uuid not null,
  record_id uuid not null,
  record_version integer,
  constraint task_documents_pkey primary key (task_id, record_id)
);
create index task_documents_by_record on task_documents (record_id, task_id);

alter table task_documents enable row level security;
create policy task_documents_read on task_documents for select using (
  (select current_is_system()) or exists (select from tasks t where t.id = task_documents.task_id)
);

-- Which of its instance's documents: several documents of one step have the same slot. Until now only tasks knew it
-- (`tasks.record_slot`, which new ones leave empty).
alter table records add column slot text;
select act_as_system();
update records r
set slot = coalesce((select t.record_slot from tasks t where t.record_id = r.id and t.record_slot is not null limit 1), r.kind)
where r.instance_id is not null;

-- ── Who may see them ───────────────────────────────────────────────────────────────────────────────────────────────────

-- Every document of the open tasks before the actor, those before the ones in whose place he acts included.
create or replace function holds_task_on(record uuid) returns boolean
  language sql stable as $$
  select exists (
    select from task_candidates c
    join tasks t on t.id = c.task_id
    where c.person_id = current_person() and t.record_id = record
  ) or exists (
    select from task_documents d
    join task_candidates c on c.task_id = d.task_id and c.person_id = current_person()
    where d.record_id = record
  ) or exists (
    select from substituted_tasks() s
    join tasks t on t.id = s.task_id
    where t.record_id = record
  ) or exists (
    select from substituted_tasks() s
    join task_documents d on d.task_id = s.task_id
    where d.record_id = record
  )
$$;

create or replace function substituted_records() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp rows 20 as $$
  select g.record_id
  from substituted_tasks() s
  join instances i on i.id = s.instance_id
  join tasks t on t.instance_id in (i.id, i.source_instance_id, i.parent_instance_id) and t.record_id is not null
  join record_grants g on g.record_id = t.record_id and g.person_id = s.person_id
  union
  select g.record_id
  from substituted_tasks() s
  join instances i on i.id = s.instance_id
  join tasks t on t.instance_id in (i.id, i.source_instance_id, i.parent_instance_id)
  join task_documents d on d.task_id = t.id
  join record_grants g on g.record_id = d.record_id and g.person_id = s.person_id
$$;

-- As in 0001, with the further documents of the open tasks before the actor.
create or replace function search_records(wanted text[], wanted_status text, before uuid, most integer) returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  newest uuid[];
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
      select s.record_id from ways w join record_search s on s.terms @> w.terms where s.record_id < before
      union
      select s.record_id
      from record_grants g
      join record_search s on s.record_id = g.record_id
      where g.person_id = current_person() and g.record_id < before and s.terms @> wanted
      union
      select s.record_id
      from task_candidates c
      join tasks t on t.id = c.task_id
      join record_search s on s.record_id = t.record_id
      where c.person_id = current_person() and t.record_id < before and s.terms @> wanted
      union
      select s.record_id
      from task_candidates c
      join task_documents d on d.task_id = c.task_id
      join record_search s on s.record_id = d.record_id
      where c.person_id = current_person() and d.record_id < before and s.terms @> wanted
    )
    select r.id
    from found f
    join records r on r.id = f.record_id
    where (wanted_status is null or r.status = wanted_status)
      and not (r.version = 0 and r.status = 'void')
    order by r.id desc
    limit most;
end $$;

-- As in 0018: what came with an opinion is seen by whoever sees all that the opinion is about.
create function sees_what_task_is_about(task uuid) returns boolean
  language sql stable as $$
  select exists (
    select from tasks t
    where t.id = task
      and (t.record_id is null or exists (select from records r where r.id = t.record_id))
      and not exists (
        select from task_documents d
        where d.task_id = t.id and not exists (select from records r where r.id = d.record_id)))
$$;

alter policy attachments_read on attachments using (
  (select current_is_system())
  or (exists (select from records r where r.id = attachments.record_id)
      and (frozen_at is not null
           or uploaded_by = (select current_person())
           -- Whoever writes the draft, by its own policy.
           or exists (select from record_drafts d where d.record_id = attachments.record_id)))
  or (task_id is not null
      and (frozen_at is not null or uploaded_by = (select current_person()))
      and sees_what_task_is_about(task_id))
);
alter policy signatures_read on signatures using (
  (select current_is_system()) or sees_what_task_is_about(task_id)
);

-- ── What a step writes ─────────────────────────────────────────────────────────────────────────────────────────────────

-- As in 0002, with the slot of a record that is made, and a draft that is given up.
create or replace function apply_record_changes(changes jsonb, actor uuid, instance uuid, at timestamptz) returns void
  language plpgsql as $$
declare
  change jsonb;
begin
  -- The records' policies are forced on everybody.
  perform act_as_system();
  for change in select * from jsonb_array_elements(changes) loop
    case change ->> 'type'
    when 'create' then
      insert into records (id, kind, title, level, is_shared, owner_id, department_id, instance_id, slot,
                           created_at, updated_at)
      values ((change ->> 'id')::uuid, change ->> 'kind', change ->> 'title', (change ->> 'level')::smallint,
              coalesce((change ->> 'shared')::boolean, false), (change ->> 'owner')::uuid, change ->> 'department',
              instance, change ->> 'slot', at, at);
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
    when 'discard' then
      -- A draft that nobody but its authors has seen: it has no number, is on no list any more, and its uploads are swept.
      update records set status = 'void', updated_at = at where id = (change ->> 'id')::uuid and version = 0;
      if not found then
        raise exception 'The record has been submitted' using errcode = 'CM001';
      end if;
      delete from record_drafts where record_id = (change ->> 'id')::uuid;
    when 'status' then
      update records set status = change ->> 'status', updated_at = at where id = (change ->> 'id')::uuid;
    when 'fill' then
      update records set filled = filled || (change -> 'data') where id = (change ->> 'id')::uuid;
    end case;
  end loop;
end $$;

-- `documents`: each task with all that it is about from now on, in order.
create function set_task_documents(documents jsonb) returns void
  language plpgsql as $$
declare
  one jsonb;
begin
  for one in select * from jsonb_array_elements(documents) loop
    delete from task_documents d
    where d.task_id = (one ->> 'task')::uuid
      and not exists (select from jsonb_array_elements(one -> 'records') as r where (r ->> 'id')::uuid = d.record_id);
    insert into task_documents (task_id, record_id, record_version)
    select (one ->> 'task')::uuid, r.id, r.version
    from jsonb_to_recordset(one -> 'records') as r (id uuid, version integer)
    on conflict on constraint task_documents_pkey do update set record_version = excluded.record_version;
    update tasks t
    set record_id = (one -> 'records' -> 0 ->> 'id')::uuid
    where t.id = (one ->> 'task')::uuid
      and t.record_id is distinct from (one -> 'records' -> 0 ->> 'id')::uuid;
  end loop;
end $$;

-- Whoever works on an instance may read what it works from, wherever that was made: a plan that was chosen, or one that came
-- back from a process called before. What is for named people only stays theirs.
create function grant_basis(basis jsonb) returns void
  language sql as $$
  insert into record_grants (record_id, person_id, reason)
  select r.id, b.person, 'participant'
  from jsonb_to_recordset(basis) as b (record uuid, person uuid)
  join records r on r.id = b.record and r.version > 0 and not r.need_to_know
  on conflict do nothing;
$$;

-- As in 0002, with the documents of tasks and what the instance works from.
create or replace function apply_rest(change jsonb) returns void
  language plpgsql as $$
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

-- ── Days by their month ────────────────────────────────────────────────────────────────────────────────────────────────
-- A day is found by its month too (records/search-terms.ts): a list of records can be narrowed by either.
update record_search s
set terms = s.terms || array(select distinct left(term, -3) from unnest(s.terms) as term where term ~ '^\w+=\d{4}-\d{2}-\d{2}$')
where exists (select from unnest(s.terms) as term where term ~ '^\w+=\d{4}-\d{2}-\d{2}$');

-- ── Rights of the server's role ────────────────────────────────────────────────────────────────────────────────────────

grant select on task_documents to canmou_app;
grant execute on function sees_what_task_is_about to canmou_app;
-- Parts of apply_steps, which is their only caller.
revoke execute on function set_task_documents, grant_basis from public;
