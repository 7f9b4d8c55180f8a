-- The organisation as data that the 流程管理员 edits (domain.md §3 GOV-3): nothing of it is ever erased, and every change
-- stands in the log.

-- `revision` guards an entry that two people edit at once. What was edited here no longer follows the catalogue
-- (`edited_at`); what came to its end (`ended_at`) is offered nowhere, and keeps its name where it is referred to.
alter table departments
  add column revision integer not null default 1,
  add column edited_at timestamptz,
  add column ended_at timestamptz;
alter table positions
  add column revision integer not null default 1,
  add column edited_at timestamptz,
  add column ended_at timestamptz;
alter table people
  add column revision integer not null default 1,
  -- The name as it sounds, in full and by its initials (organization/name-sounds.ts); null until the server has made it.
  add column pinyin text;

-- Somebody may hold the same position again, and an assignment that was a mistake is withdrawn: it ends the day before it
-- began, so nobody ever held it.
alter table position_assignments
  add column id uuid not null default gen_random_uuid(),
  add column revision integer not null default 1,
  drop constraint position_assignments_pkey,
  add constraint position_assignments_pkey primary key (id),
  add constraint position_assignments_dates check (valid_to >= valid_from - 1);
alter table position_assignments alter column id drop default;
create index position_assignments_by_person on position_assignments (person_id, position_id);

-- Who manages a department, and so gets what is put before it, and what it is called are in the servers' memory as well.
create trigger departments_change_directory
  after insert or delete or update on departments
  for each statement execute function directory_changed();

-- ── What the 流程管理员 may do ─────────────────────────────────────────────────────────────────────────────────────────

-- Whether the actor holds that position today. Asked by few statements, so it is not part of act_as, which every one pays.
create function current_is_process_admin() returns boolean
  language sql stable parallel safe
  return exists (
    select from position_assignments a
    join people p on p.id = a.person_id and p.disabled_at is null
    where a.person_id = current_person()
      and a.position_id = 'processAdmin'
      and a.valid_from <= (now() at time zone 'Asia/Shanghai')::date
      and (a.valid_to is null or a.valid_to >= (now() at time zone 'Asia/Shanghai')::date)
  );

create function refuse_others_than_process_admin() returns void
  language plpgsql as $$
begin
  if not current_is_process_admin() then
    raise exception 'Only the process administrator may do this' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- Everybody's secrets are his own: the administrator may set a password and end what somebody is signed in with, and can
-- read neither.
create function set_password(of_person uuid, new_hash text) returns void
  language plpgsql as $$
begin
  perform refuse_others_than_process_admin();
  perform set_config('canmou.system', 'on', true);
  insert into credentials as c (person_id, password_hash) values (of_person, new_hash)
    on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = now();
  perform set_config('canmou.system', 'off', true);
end $$;

create function end_access(of_person uuid) returns void
  language plpgsql as $$
begin
  perform refuse_others_than_process_admin();
  perform set_config('canmou.system', 'on', true);
  delete from sessions where person_id = of_person;
  delete from api_tokens where person_id = of_person;
  perform set_config('canmou.system', 'off', true);
end $$;

-- How many open tasks one of these people alone has, all of them or those of one position; the administrator sees by the
-- policies which ones, and by this number that there are more.
create function count_tasks_only_with(people uuid[], of_position text) returns integer
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform refuse_others_than_process_admin();
  return (
    select count(*)::integer
    from task_candidates c
    join tasks t on t.id = c.task_id
    where c.person_id = any (people)
      and (of_position is null or t.position_id = of_position)
      and not exists (select from task_candidates o where o.task_id = c.task_id and o.person_id <> c.person_id)
  );
end $$;

-- Everybody's acts are logged; what was done to the organisation is read by the 流程管理员, all else by the system alone.
drop policy audit_log_read on audit_log;
create policy audit_log_read on audit_log for select using (
  (select current_is_system())
  or (subject_type in ('department', 'position', 'person', 'assignment') and (select current_is_process_admin()))
);
create index audit_log_of_organization on audit_log (id desc)
  where subject_type in ('department', 'position', 'person', 'assignment');

-- ── Rights of the server's role ────────────────────────────────────────────────────────────────────────────────────────

revoke execute on function current_is_process_admin, refuse_others_than_process_admin, set_password, end_access,
  count_tasks_only_with from public;
grant execute on function current_is_process_admin, refuse_others_than_process_admin, set_password, end_access,
  count_tasks_only_with to canmou_app;
-- Deleting is ending.
revoke delete on departments, positions, position_assignments from canmou_app;
