-- Tables of the whole program, and the policies that decide in the database who sees which row.
--
-- The server connects as canmou_app, which owns nothing and cannot bypass row-level security. Each transaction first says
-- on whose behalf it acts (act_as, act_as_system); without that, every protected table is empty.

-- ── On whose behalf ────────────────────────────────────────────────────────────────────────────────────────────────────

create table departments (
  id text primary key,
  parent_id text references departments,
  name jsonb not null,
  manager_position_id text,
  sort integer not null default 0
);

create table positions (
  id text primary key,
  department_id text references departments,
  name jsonb not null,
  -- A group position (各部门经理) stands for its members and is held by nobody itself.
  member_position_ids text[] not null default '{}',
  sort integer not null default 0
);

create table people (
  id uuid primary key,
  username text not null,
  name text not null,
  department_id text not null references departments,
  -- Rank of the highest level that the person may see: 0 公开, 1 内部, 2 秘密, 3 机密.
  clearance smallint not null default 1 check (clearance between 0 and 3),
  data_scope text not null default 'own' check (data_scope in ('own', 'department', 'subordinates', 'all')),
  locale text not null default 'zh-CN',
  is_demo boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  constraint people_username_unique unique (username)
);

create table position_assignments (
  person_id uuid not null references people,
  position_id text not null references positions,
  valid_from date not null default current_date,
  valid_to date,
  primary key (person_id, position_id, valid_from)
);
create index position_assignments_by_position on position_assignments (position_id);

create function current_person() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('canmou.person', true), '')::uuid;

create function current_clearance() returns smallint
  language sql stable parallel safe
  return coalesce(nullif(current_setting('canmou.clearance', true), ''), '-1')::smallint;

create function current_is_system() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('canmou.system', true), '') = 'on';

-- Whether the actor's data scope is the whole company; the departments that it covers otherwise.
create function current_sees_all() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('canmou.departments', true), '') = '*';

create function current_departments() returns text[]
  language sql stable parallel safe
  return coalesce(nullif(nullif(current_setting('canmou.departments', true), '*'), ''), '{}')::text[];

-- Everything until the end of the transaction happens on behalf of this person. Unknown or disabled people see nothing.
create function act_as(actor uuid) returns void
  language plpgsql as $$
declare
  person people;
  covered text := '{}';
begin
  select * into person from people where id = actor and disabled_at is null;
  if person.data_scope = 'all' then
    covered := '*';
  elsif person.data_scope = 'department' then
    covered := array[person.department_id]::text;
  elsif person.data_scope = 'subordinates' then
    with recursive below as (
      select person.department_id as id
      union
      select d.id from departments d join below b on d.parent_id = b.id
    )
    select array_agg(id)::text into covered from below;
  end if;
  perform set_config('canmou.system', 'off', true),
          set_config('canmou.person', coalesce(person.id::text, ''), true),
          set_config('canmou.clearance', coalesce(person.clearance, -1)::text, true),
          set_config('canmou.departments', covered, true);
end $$;

-- For timers, hand-overs and start-up: work that nobody in particular does.
create function act_as_system() returns void
  language plpgsql as $$
begin
  perform set_config('canmou.system', 'on', true),
          set_config('canmou.person', '', true),
          set_config('canmou.clearance', '3', true),
          set_config('canmou.departments', '*', true);
end $$;

-- ── Sign-in ────────────────────────────────────────────────────────────────────────────────────────────────────────────

create table credentials (
  person_id uuid primary key references people,
  password_hash text not null,
  changed_at timestamptz not null default now()
);

-- The cookie holds a random secret, the table only its SHA-256.
create table sessions (
  id_hash bytea primary key,
  person_id uuid not null references people,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_by_expiry on sessions (expires_at);

create table api_tokens (
  id uuid primary key,
  token_hash bytea not null,
  person_id uuid not null references people,
  name text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  constraint api_tokens_hash_unique unique (token_hash)
);

-- Who shows this session's cookie or this token, with the positions held today; no row where neither is good. One
-- statement, so that it costs one round trip. A session lives twelve hours after its last use (noted at most every five
-- minutes) and thirty days in all.
create function authenticate(session_hash bytea, bearer_hash bytea, today date)
  returns table (id uuid, username text, name text, clearance smallint, locale text, department_id text, positions text[])
  language plpgsql as $$
declare
  found_person uuid;
begin
  perform act_as_system();
  if bearer_hash is not null then
    select t.person_id into found_person from api_tokens t where t.token_hash = bearer_hash and t.expires_at > now();
  else
    select s.person_id into found_person from sessions s where s.id_hash = session_hash and s.expires_at > now();
    update sessions s
       set seen_at = now(),
           expires_at = least(now() + interval '12 hours', s.created_at + interval '30 days')
     where s.id_hash = session_hash and s.expires_at > now() and s.seen_at < now() - interval '5 minutes';
  end if;
  return query
    select p.id, p.username, p.name, p.clearance, p.locale, p.department_id,
           array(select a.position_id
                   from position_assignments a
                  where a.person_id = p.id
                    and a.valid_from <= today
                    and (a.valid_to is null or a.valid_to >= today)
                  order by a.position_id)
      from people p
     where p.id = found_person and p.disabled_at is null;
end $$;

-- ── Processes ──────────────────────────────────────────────────────────────────────────────────────────────────────────

create table processes (
  id text primary key,
  name jsonb not null,
  description jsonb not null,
  department_id text not null references departments,
  starter_positions text[] not null,
  record_kinds text[] not null default '{}',
  sort integer not null default 0
);

create table process_versions (
  id uuid primary key,
  process_id text not null references processes,
  version integer not null,
  status text not null check (status in ('draft', 'inReview', 'inEffect', 'retired')),
  xml text not null,
  -- process.json of the catalogue as it was with this drawing: settings, names, starters. Instances keep their version's.
  definition jsonb not null,
  sha256 bytea not null,
  -- What changes, and why.
  note text not null default '',
  -- 'installation' for what is shipped; a review instance's id once the five managers have signed.
  signed_by text,
  review_instance_id uuid,
  effective_at timestamptz,
  created_at timestamptz not null default now(),
  constraint process_versions_number_unique unique (process_id, version)
);
create index process_versions_by_review on process_versions (review_instance_id) where review_instance_id is not null;
create unique index process_versions_one_in_effect on process_versions (process_id) where status = 'inEffect';
create unique index process_versions_one_in_review on process_versions (process_id) where status = 'inReview';

-- ── Work ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Types rather than checks: a check is read anew by every statement that writes the table.
create type instance_status as enum ('running', 'completed', 'failed', 'cancelled');
create type task_state as enum ('open', 'done', 'cancelled');

create table instances (
  id uuid primary key,
  number text not null,
  process_id text not null references processes,
  process_version_id uuid not null references process_versions,
  title text not null,
  level smallint not null default 1,
  department_id text not null references departments,
  starter_id uuid not null references people,
  status instance_status not null,
  -- The engine's state as it wrote it (text: jsonb would order the keys anew, and a replay must give the same bytes), and
  -- the optimistic version that guards it: a change says which version it was made from.
  state text not null,
  version integer not null default 1,
  -- The engine's timers and when each is due. The job that wakes the instance for the earliest of them is set for
  -- armed_at, or earlier: a cancelled timer costs nothing until it would have been due.
  timers jsonb not null default '{}',
  armed_at timestamptz,
  source_instance_id uuid references instances,
  parent_instance_id uuid references instances,
  parent_call_id text,
  -- For a process of which there is one instance per month or the like (planMonth=2026-12); none for one started by hand.
  one_per text,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint instances_number_unique unique (number)
)
-- Every step updates its row; with room on the page no index has to be touched.
with (fillfactor = 70);
create index instances_by_starter on instances (starter_id, id desc);
create index instances_by_source on instances (source_instance_id) where source_instance_id is not null;
-- One that was ended by hand or by a failure leaves room for another.
create unique index instances_one_per_unique on instances (process_id, one_per)
where one_per is not null and status in ('running', 'completed');
-- A call starts its process once, however often its job is repeated.
create unique index instances_by_parent on instances (parent_instance_id, parent_call_id) where parent_instance_id is not null;

-- Further sources of an instance, beside the one that it was started by: hand-overs that joined it. Holds ids only, so it
-- carries no policy of its own.
create table instance_links (
  from_id uuid not null references instances,
  to_id uuid not null references instances,
  created_at timestamptz not null default now(),
  primary key (from_id, to_id)
);
create index instance_links_by_target on instance_links (to_id);

-- The tables from here to `steps` are written by every step, only ever under the lock on their instance's row, and
-- instances, tasks, people and positions are never deleted. So they carry no foreign keys where a check would find what
-- has just been read; the checks cost a third of a step, and their share locks on the few rows of people serialise it.

-- Everybody who has or had a part in an instance. Holds ids only, so it carries no policy of its own.
create table instance_participants (
  instance_id uuid not null,
  person_id uuid not null,
  primary key (instance_id, person_id)
);
create index instance_participants_by_person on instance_participants (person_id, instance_id desc);

create table tasks (
  id uuid primary key,
  instance_id uuid not null,
  engine_task_id text not null,
  element_id text not null,
  name text not null,
  state task_state not null default 'open',
  position_id text,
  -- Which of the instance's records: the kind's code, with the number of the loop's round where each round has its own.
  record_slot text,
  record_id uuid,
  record_version integer,
  -- What the fields of a step of its own begin with.
  form_data jsonb,
  created_at timestamptz not null default now(),
  due_at timestamptz,
  completed_at timestamptz,
  completed_by uuid,
  -- The verb that closed it.
  decision text,
  opinion text,
  constraint tasks_engine_task_unique unique (instance_id, engine_task_id)
)
-- Every task is closed once; with room on the page, and no index on what that changes, it costs no index anything.
with (fillfactor = 80);

-- Who may do an open task, resolved when it is created (domain.md §3, GOV-3). A row goes when its task is closed, so the
-- inbox reads one small table.
create table task_candidates (
  person_id uuid not null,
  task_id uuid not null,
  instance_id uuid not null,
  primary key (person_id, task_id)
);
create index task_candidates_by_task on task_candidates (task_id);

-- 抄送: who was copied in, and when they read it.
create table copies (
  instance_id uuid not null,
  person_id uuid not null,
  copied_by uuid,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (instance_id, person_id)
);
create index copies_by_person on copies (person_id, instance_id desc);

-- One row per step: what happened, for people (timeline) and for the drawing (elements and flows), and the commands as the
-- engine was given them, a JSON array. Replaying the commands rebuilds the state byte for byte.
create table steps (
  instance_id uuid not null,
  version integer not null,
  at timestamptz not null,
  person_id uuid,
  -- The task that it closed by a verb. What somebody has done (已办) is found by it.
  task_id uuid,
  entries jsonb not null,
  commands text not null,
  primary key (instance_id, version)
);
create index steps_done_by_person on steps (person_id, at desc, task_id desc) where task_id is not null;

-- The first answer to a request that its client may repeat.
create table idempotency_keys (
  person_id uuid not null,
  key text not null,
  request_sha256 bytea not null,
  status smallint not null,
  response text not null,
  created_at timestamptz not null default now(),
  primary key (person_id, key)
);

-- Work to do later or elsewhere, written in the same transaction as its cause. Any server process may claim a row.
create table jobs (
  id bigint generated always as identity primary key,
  kind text not null,
  -- One pending job per key: a timer is scheduled, moved and cancelled by it.
  key text,
  payload jsonb not null default '{}',
  run_at timestamptz not null default now(),
  attempts integer not null default 0,
  max_attempts integer not null default 10,
  locked_until timestamptz,
  last_error text,
  created_at timestamptz not null default now(),
  constraint jobs_key_unique unique (key)
);
create index jobs_due on jobs (run_at) where attempts < max_attempts;

-- ── Records ────────────────────────────────────────────────────────────────────────────────────────────────────────────

create table number_sequences (
  code text not null,
  month text not null,
  last integer not null,
  primary key (code, month)
);

-- MRP-202611-0001. A rolled-back transaction gives its number back; a given one is never used again.
create function next_number(prefix text, at timestamptz) returns text
  language plpgsql as $$
declare
  local_month text := to_char(at at time zone 'Asia/Shanghai', 'YYYYMM');
  given integer;
begin
  insert into number_sequences as s (code, month, last) values (prefix, local_month, 1)
    on conflict (code, month) do update set last = s.last + 1
    returning s.last into given;
  return prefix || '-' || local_month || '-' || lpad(given::text, greatest(4, length(given::text)), '0');
end $$;

create table records (
  id uuid primary key,
  kind text not null,
  number text,
  title text not null,
  status text not null default 'draft' check (status in ('draft', 'inApproval', 'returned', 'inEffect', 'void')),
  level smallint not null default 1 check (level between 0 and 3),
  need_to_know boolean not null default false,
  -- An entry that the whole company works with (a product, a customer): the reader's data scope is not asked for.
  is_shared boolean not null default false,
  owner_id uuid not null references people,
  department_id text not null references departments,
  instance_id uuid references instances,
  -- The newest frozen version; 0 while nothing was submitted.
  version integer not null default 0,
  -- What the program filled in beside the newest version since it was frozen, by field.
  filled jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint records_number_unique unique (number)
);
create index records_by_kind on records (kind, id desc);
create index records_by_department on records (department_id, id desc);
create index records_by_department_and_kind on records (department_id, kind, id desc);
create index records_by_owner on records (owner_id, id desc);
create index records_shared on records (id desc) where is_shared;
create index records_by_instance on records (instance_id) where instance_id is not null;

-- What the author is still writing. Nobody else sees it.
create table record_drafts (
  record_id uuid primary key references records,
  author_id uuid not null references people,
  title text not null,
  level smallint not null,
  data jsonb not null,
  attachment_ids uuid[] not null default '{}',
  revision integer not null default 1,
  saved_at timestamptz not null default now()
);

-- What was submitted, frozen: never updated, never deleted.
create table record_versions (
  record_id uuid not null references records,
  version integer not null check (version > 0),
  title text not null,
  level smallint not null,
  data jsonb not null,
  attachment_ids uuid[] not null default '{}',
  sha256 bytea not null,
  submitted_by uuid not null references people,
  submitted_at timestamptz not null default now(),
  primary key (record_id, version)
);

create table record_links (
  from_id uuid not null references records,
  to_id uuid not null references records,
  type text not null check (type in ('basis', 'derived', 'evidence', 'uses', 'related', 'supersedes', 'corrects', 'handover')),
  created_at timestamptz not null default now(),
  created_by uuid references people,
  primary key (from_id, to_id, type)
);
create index record_links_by_target on record_links (to_id, from_id desc);

-- Need to know: the author, those who take part in the process, those named. Holds ids only, so it carries no policy.
create table record_grants (
  record_id uuid not null references records,
  person_id uuid not null references people,
  reason text not null check (reason in ('owner', 'participant', 'granted')),
  granted_by uuid references people,
  valid_until timestamptz,
  primary key (record_id, person_id)
);
create index record_grants_by_person on record_grants (person_id, record_id desc);

create table attachments (
  id uuid primary key,
  record_id uuid not null references records,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  uploaded_by uuid not null references people,
  uploaded_at timestamptz not null default now(),
  -- Set once a submitted version refers to it; from then on it cannot be removed.
  frozen_at timestamptz
);
create index attachments_by_record on attachments (record_id);

-- What a record is found by, made by the server (records/search-terms.ts): characters, pairs of characters, words, pinyin,
-- and `field=value` of its newest version. The array operators are not leakproof, so behind a row-level policy the index
-- would never be used: the terms stand in a table of their own that the server's role cannot read at all, and only
-- search_records asks it.
create table record_search (
  record_id uuid primary key references records,
  terms text[] not null
);
create index record_search_by_term on record_search using gin (terms);

-- ── Log ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  person_id uuid,
  action text not null,
  subject_type text,
  subject_id text,
  data jsonb not null default '{}'
);

-- ── Secrecy ────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- level ≤ clearance, and (a part in it, or a data scope that covers it where no need-to-know list is set).
-- The functions stand in sub-selects so that each is asked once per statement, not once per row. Who acts must be known
-- before anything is written; that an update or a delete reaches only what its actor sees follows from the read policies.

create function current_may_write() returns boolean
  language sql stable parallel safe
  return current_is_system() or current_person() is not null;

alter table credentials enable row level security, force row level security;
create policy credentials_own on credentials
  using ((select current_is_system()) or person_id = (select current_person()));

alter table sessions enable row level security, force row level security;
create policy sessions_own on sessions
  using ((select current_is_system()) or person_id = (select current_person()));

alter table api_tokens enable row level security, force row level security;
create policy api_tokens_own on api_tokens
  using ((select current_is_system()) or person_id = (select current_person()));

-- What a step writes is not forced on the tables' owner: apply_steps (0002) asks itself whether the actor may act, once, and
-- then writes with the owner's rights; to be asked again for every row would double the step's cost. The server is not the
-- owner: it reads by these policies, and may write these tables by apply_steps alone.
alter table instances enable row level security;
create policy instances_read on instances for select using (
  (select current_is_system())
  or (level <= (select current_clearance()) and (
    starter_id = (select current_person())
    or (select current_sees_all())
    or department_id = any ((select current_departments())::text[])
    or exists (select from instance_participants p
                where p.instance_id = instances.id and p.person_id = (select current_person()))
  ))
);

alter table tasks enable row level security;
create policy tasks_read on tasks for select using (
  (select current_is_system()) or exists (select from instances i where i.id = tasks.instance_id)
);

alter table task_candidates enable row level security;
create policy task_candidates_read on task_candidates for select using (
  (select current_is_system()) or exists (select from instances i where i.id = task_candidates.instance_id)
);

alter table copies enable row level security;
create policy copies_read on copies for select using (
  (select current_is_system()) or exists (select from instances i where i.id = copies.instance_id)
);
create policy copies_update on copies for update
  using ((select current_is_system()) or person_id = (select current_person()));

alter table steps enable row level security;
create policy steps_read on steps for select using (
  (select current_is_system()) or exists (select from instances i where i.id = steps.instance_id)
);

-- Whether an open task on the record is put before the actor.
create function holds_task_on(record uuid) returns boolean
  language sql stable as $$
  select exists (
    select from task_candidates c
    join tasks t on t.id = c.task_id
    where c.person_id = current_person() and t.record_id = record
  )
$$;

-- records/list-records.ts walks the ways in one by one (owner, grant, department, task, shared, all), each along its own index;
-- what it finds is judged here all the same.
alter table records enable row level security, force row level security;
create policy records_read on records for select using (
  (select current_is_system())
  or (level <= (select current_clearance()) and (
    owner_id = (select current_person())
    or (version = 0 and holds_task_on(id))
    or (version > 0 and (
      (not need_to_know
       and (is_shared
            or (select current_sees_all())
            or department_id = any ((select current_departments())::text[])))
      or exists (select from record_grants g
                  where g.record_id = records.id and g.person_id = (select current_person())
                    and (g.valid_until is null or g.valid_until > now()))
    ))
  ))
);
create policy records_insert on records for insert with check ((select current_may_write()));
create policy records_update on records for update using (true);

-- Whoever holds the task shares its form: a position may be held by several people.
alter table record_drafts enable row level security, force row level security;
create policy record_drafts_own on record_drafts
  using ((select current_is_system()) or author_id = (select current_person()) or holds_task_on(record_id))
  with check ((select current_may_write()));

-- A record's level is never below that of any of its versions, so the record's own policy decides for all of them; the
-- level is asked again here so that a mistake elsewhere cannot open a version.
alter table record_versions enable row level security, force row level security;
create policy record_versions_read on record_versions for select using (
  (select current_is_system())
  or (level <= (select current_clearance())
      and exists (select from records r where r.id = record_versions.record_id))
);
create policy record_versions_insert on record_versions for insert with check ((select current_may_write()));

alter table record_links enable row level security, force row level security;
create policy record_links_read on record_links for select using (
  (select current_is_system())
  or (exists (select from records r where r.id = record_links.from_id)
      and exists (select from records r where r.id = record_links.to_id))
);
create policy record_links_insert on record_links for insert with check ((select current_may_write()));

alter table attachments enable row level security, force row level security;
create policy attachments_read on attachments for select using (
  (select current_is_system())
  or (exists (select from records r where r.id = attachments.record_id)
      and (frozen_at is not null
           or uploaded_by = (select current_person())
           -- Whoever writes the draft, by its own policy.
           or exists (select from record_drafts d where d.record_id = attachments.record_id)))
);
create policy attachments_insert on attachments for insert with check ((select current_may_write()));
create policy attachments_update on attachments for update using (true);
create policy attachments_delete on attachments for delete using (
  (select current_is_system()) or (frozen_at is null and uploaded_by = (select current_person()))
);

alter table idempotency_keys enable row level security;
create policy idempotency_keys_own on idempotency_keys
  using ((select current_is_system()) or person_id = (select current_person()));

-- Everybody's acts are logged, nobody but the system reads the log.
alter table audit_log enable row level security, force row level security;
create policy audit_log_read on audit_log for select using ((select current_is_system()));
create policy audit_log_insert on audit_log for insert with check ((select current_may_write()));

-- ── Search ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

-- The terms of a record, instead of those that it had; with the ways by which somebody may see it (`~` and an owner, a
-- department, or nothing for a shared one), so that the index finds the few that somebody who sees little may find.
create function set_search_terms(record uuid, new_terms text[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not current_may_write() then
    raise exception 'Nobody acts' using errcode = 'insufficient_privilege';
  end if;
  insert into record_search as s (record_id, terms)
  select r.id, new_terms || search_ways(r) from records r where r.id = record
    on conflict (record_id) do update set terms = excluded.terms where s.terms <> excluded.terms;
end $$;

create function search_ways(r records) returns text[]
  language sql immutable as $$
  select array['~' || r.owner_id, '~' || r.department_id] || case when r.is_shared then array['~'] else '{}' end
$$;

create function renew_search_ways() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update record_search
  set terms = array(select term from unnest(terms) as term where term not like '~%') || search_ways(new)
  where record_id = new.id;
  return null;
end $$;

create trigger records_renew_search_ways
  after update of owner_id, department_id, is_shared on records
  for each row when ((old.owner_id, old.department_id, old.is_shared)
                     is distinct from (new.owner_id, new.department_id, new.is_shared))
  execute function renew_search_ways();

-- Ids of the records that have all of the terms, newest first, from before `before`: first among the newest thousand, where
-- frequent words are found at once, then by the index of terms along each way in, as the list does. The records' policies
-- are forced on the owner too; where the owner is a superuser they are not, so the caller reads what it shows by the
-- policies again.
create function search_records(wanted text[], wanted_status text, before uuid, most integer) returns setof uuid
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
    )
    select r.id
    from found f
    join records r on r.id = f.record_id
    where (wanted_status is null or r.status = wanted_status)
      and not (r.version = 0 and r.status = 'void')
    order by r.id desc
    limit most;
end $$;

-- ── Rights of the server's role ────────────────────────────────────────────────────────────────────────────────────────

grant usage on schema public to canmou_app;
grant select, insert, update, delete on all tables in schema public to canmou_app;
grant usage on all sequences in schema public to canmou_app;
-- What was signed and what was logged cannot be rewritten, not even by the server.
revoke all on migrations, record_search from canmou_app;
revoke update, delete on record_versions, audit_log from canmou_app;
revoke delete on people, records, record_links from canmou_app;
revoke insert, update, delete on instances, instance_participants, tasks, task_candidates, copies, steps from canmou_app;
grant update (read_at) on copies to canmou_app;
-- The commands hold what every form contained; only replay_commands (0002) gives them out, and only to the system.
revoke select on steps from canmou_app;
grant select (instance_id, version, at, person_id, task_id, entries) on steps to canmou_app;
