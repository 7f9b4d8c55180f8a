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
