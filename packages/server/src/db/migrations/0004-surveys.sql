-- Questionnaires: 市场调研问卷, 培训调查表, 客户满意度调查表 (domain.md SC-002, SC-008, SC-009), their links and their answers.
--
-- Whoever answers has no account: the functions below find exactly one survey by the hash of a link, and are the only way to
-- write an answer. An answer is read by the policies alone; the system does not see it either.

-- ── Tables ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

create table surveys (
  id uuid primary key,
  -- The versions of one questionnaire: a published one is corrected by making the next.
  series_id uuid not null,
  version integer not null default 1 check (version > 0),
  purpose text not null check (purpose in ('research', 'training', 'satisfaction')),
  title text not null,
  level smallint not null default 1 check (level between 0 and 3),
  definition jsonb not null,
  revision integer not null default 1,
  status text not null default 'draft' check (status in ('draft', 'published', 'closed')),
  -- SHA-256 of title and definition as they were published.
  published_hash bytea,
  published_at timestamptz,
  closed_at timestamptz,
  owner_id uuid not null references people,
  department_id text not null references departments,
  record_id uuid references records,
  instance_id uuid references instances,
  closes_at timestamptz,
  quota integer check (quota > 0),
  -- How many links the series has had; the present one is derived from this number.
  open_link_no integer not null default 0,
  open_token_hash bytea,
  answer_count integer not null default 0,
  invitation_count integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint surveys_version_unique unique (series_id, version),
  constraint surveys_open_token_unique unique (open_token_hash),
  constraint surveys_published_complete check (status = 'draft' or (published_hash is not null and published_at is not null))
)
with (fillfactor = 70);
create index surveys_by_record on surveys (record_id, id desc) where record_id is not null;
create index surveys_by_instance on surveys (instance_id, id desc) where instance_id is not null;

create table survey_invitations (
  id uuid primary key,
  survey_id uuid not null references surveys,
  token_hash bytea not null,
  label text not null,
  customer_id uuid references records,
  created_by uuid not null references people,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  constraint survey_invitations_token_unique unique (token_hash)
);
create index survey_invitations_by_survey on survey_invitations (survey_id, id);

create table survey_responses (
  id uuid primary key,
  survey_id uuid not null references surveys,
  invitation_id uuid references survey_invitations,
  channel text not null check (channel in ('openLink', 'personalLink', 'typedIn')),
  answers jsonb not null,
  respondent text,
  customer_id uuid references records,
  collected_by uuid references people,
  submitted_at timestamptz not null default now(),
  idempotency_key text not null,
  constraint survey_responses_one_per_link unique (invitation_id),
  constraint survey_responses_key_unique unique (survey_id, idempotency_key),
  constraint survey_responses_collected check ((channel = 'typedIn') = (collected_by is not null)),
  constraint survey_responses_invited check ((channel = 'personalLink') = (invitation_id is not null))
);
create index survey_responses_by_survey on survey_responses (survey_id, id desc);

-- ── Links ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- A link is derived from this secret, so that it can be shown again while the tables hold only its hash. The server's role
-- cannot read the secret.

create table survey_link_secret (
  only_row boolean primary key default true check (only_row),
  secret bytea not null default uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
);
insert into survey_link_secret default values;

-- 43 characters of base64url: of a series and the number of its open link, or of an invitation and 0.
create function survey_token(subject uuid, number integer) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select rtrim(translate(encode(sha256(s.secret || uuid_send(subject) || int4send(number)), 'base64'), '+/', '-_'), '=')
  from survey_link_secret s;
$$;

create function survey_token_hash(subject uuid, number integer) returns bytea
  language sql stable as $$
  select sha256(convert_to(survey_token(subject, number), 'UTF8'));
$$;

-- ── What may happen to a survey ────────────────────────────────────────────────────────────────────────────────────────

create function survey_state(survey surveys, at timestamptz) returns text
  language sql immutable as $$
  select case
    when survey.status <> 'published' or survey.closes_at <= at then 'closed'
    when survey.answer_count >= survey.quota then 'full'
    else 'open'
  end;
$$;

-- CM010: what was published stays as it was; answers were given to these very words.
create function refuse_change_of_published_survey() returns trigger
  language plpgsql as $$
begin
  if old.status <> 'draft' and (
       new.status = 'draft'
       or (new.title, new.definition, new.purpose, new.level, new.published_hash, new.published_at, new.series_id,
           new.version, new.revision)
          is distinct from
          (old.title, old.definition, old.purpose, old.level, old.published_hash, old.published_at, old.series_id,
           old.version, old.revision)
     ) then
    raise exception 'The survey % is published', old.id using errcode = 'CM010';
  end if;
  return new;
end $$;
create trigger surveys_published_are_frozen before update on surveys
  for each row execute function refuse_change_of_published_survey();

-- Whether the actor designs, publishes and closes it: its owner, or who answers for its department.
create function survey_is_managed(owner_id uuid, department_id text) returns boolean
  language sql stable parallel safe as $$
  select current_person() is not null
         and (owner_id = current_person() or current_sees_all() or department_id = any (current_departments()));
$$;

-- Publishes a draft as it was last saved. The version before it is closed, and hands over its links: a printed code leads to
-- the corrected questionnaire.
create function publish_survey(survey uuid, saved_revision integer, hash bytea, at timestamptz) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  draft surveys;
  former surveys;
  moved integer;
begin
  perform from surveys s
    where s.series_id = (select d.series_id from surveys d where d.id = survey)
    order by s.version for update;
  select * into draft from surveys s where s.id = survey;
  if draft.id is null or not survey_is_managed(draft.owner_id, draft.department_id) then return 'missing'; end if;
  if draft.status <> 'draft' then return 'published'; end if;
  if draft.revision <> saved_revision then return 'outdated'; end if;
  select * into former from surveys s
    where s.series_id = draft.series_id and s.version < draft.version and s.status <> 'draft'
    order by s.version desc limit 1;
  if former.id is not null then
    update surveys set status = 'closed', closed_at = coalesce(closed_at, at), open_token_hash = null, updated_at = at
    where id = former.id;
    update survey_invitations set survey_id = draft.id where survey_id = former.id and used_at is null;
    get diagnostics moved = row_count;
    update surveys set invitation_count = invitation_count - moved where id = former.id;
  end if;
  update surveys
  set status = 'published', published_hash = hash, published_at = at, updated_at = at,
      invitation_count = coalesce(moved, 0),
      closes_at = coalesce(closes_at, case when former.closes_at > at then former.closes_at end),
      quota = coalesce(quota, former.quota),
      open_link_no = case when former.id is null then 1 else former.open_link_no end,
      open_token_hash = case when former.id is null then survey_token_hash(series_id, 1) else former.open_token_hash end
  where id = draft.id;
  return 'done';
end $$;

-- ── Answering ──────────────────────────────────────────────────────────────────────────────────────────────────────────

-- What a link leads to; no row for a link that nobody handed out.
create function survey_behind(token bytea, at timestamptz)
  returns table (state text, title text, definition jsonb, hash text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when i.used_at is not null then 'answered' else survey_state(s, at) end,
         s.title, s.definition, encode(s.published_hash, 'hex')
  from surveys s
  left join survey_invitations i on i.survey_id = s.id and i.token_hash = token
  where s.open_token_hash = token or i.id is not null;
$$;

-- The answers of somebody with a link. The survey's row is locked first, so that of two clicks in the same instant one is
-- counted, and of the last place's many takers one gets it. The same key again is answered as the first time.
create function answer_survey(token bytea, seen_hash bytea, response uuid, given jsonb, key text, at timestamptz)
  returns table (outcome text, received_at timestamptz)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked surveys;
  invited survey_invitations;
  earlier timestamptz;
begin
  select s.* into asked from surveys s
  where s.open_token_hash = token
     or s.id = (select i.survey_id from survey_invitations i where i.token_hash = token)
  for update;
  if asked.id is null then return query select 'unknown', null::timestamptz; return; end if;
  select * into invited from survey_invitations i where i.token_hash = token for update;
  select r.submitted_at into earlier from survey_responses r
  where r.survey_id = asked.id and r.idempotency_key = key and r.invitation_id is not distinct from invited.id;
  if found then return query select 'received', earlier; return; end if;
  if invited.used_at is not null then return query select 'answered', null::timestamptz; return; end if;
  if survey_state(asked, at) <> 'open' then
    return query select survey_state(asked, at), null::timestamptz; return;
  end if;
  -- Answers to another wording, or that nobody has checked (no hash).
  if invited.survey_id <> asked.id or asked.published_hash is distinct from seen_hash then
    return query select 'changed', null::timestamptz; return;
  end if;
  insert into survey_responses
    (id, survey_id, invitation_id, channel, answers, respondent, customer_id, submitted_at, idempotency_key)
  values (response, asked.id, invited.id, case when invited.id is null then 'openLink' else 'personalLink' end, given,
          invited.label, invited.customer_id, at, key);
  update survey_invitations set used_at = at where id = invited.id;
  update surveys set answer_count = answer_count + 1 where id = asked.id;
  return query select 'received', at;
end $$;

-- Answers that a colleague typed in at the customer's. Whether he sees the survey at all has been asked before.
create function type_in_answers(
  survey uuid, response uuid, given jsonb, customer uuid, respondent text, key text, at timestamptz
)
  returns table (outcome text, received_at timestamptz)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked surveys;
  earlier timestamptz;
begin
  if current_person() is null then raise exception 'Nobody is known to act' using errcode = '42501'; end if;
  select * into asked from surveys s where s.id = survey for update;
  select r.submitted_at into earlier from survey_responses r
  where r.survey_id = survey and r.idempotency_key = key and r.collected_by = current_person();
  if found then return query select 'received', earlier; return; end if;
  if survey_state(asked, at) <> 'open' then
    return query select survey_state(asked, at), null::timestamptz; return;
  end if;
  insert into survey_responses
    (id, survey_id, channel, answers, respondent, customer_id, collected_by, submitted_at, idempotency_key)
  values (response, survey, 'typedIn', given, respondent, customer, current_person(), at, key);
  update surveys set answer_count = answer_count + 1 where id = survey;
  return query select 'received', at;
end $$;

-- ── Secrecy ────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- The questionnaire: who sees its document or its process, else the data scope. The answers: who sees the document, where
-- there is one; a colleague sees those that he typed in.

alter table surveys enable row level security;
create policy surveys_read on surveys for select using (
  (select current_person()) is not null and level <= (select current_clearance()) and (
    owner_id = (select current_person())
    or exists (select from records r where r.id = surveys.record_id)
    or exists (select from instances i where i.id = surveys.instance_id)
    or (record_id is null and instance_id is null
        and ((select current_sees_all()) or department_id = any ((select current_departments())::text[])))
  )
);
create policy surveys_insert on surveys for insert with check (
  owner_id = (select current_person())
  and (record_id is null or exists (select from records r where r.id = surveys.record_id))
  and (instance_id is null or exists (select from instances i where i.id = surveys.instance_id))
);
create policy surveys_update on surveys for update using (survey_is_managed(owner_id, department_id));
create policy surveys_delete on surveys for delete
  using (status = 'draft' and survey_is_managed(owner_id, department_id));

alter table survey_invitations enable row level security;
create policy survey_invitations_managed on survey_invitations using (
  survey_id in (select s.id from surveys s where survey_is_managed(s.owner_id, s.department_id))
);

alter table survey_responses enable row level security;
create policy survey_responses_read on survey_responses for select using (
  (select current_person()) is not null and (
    collected_by = (select current_person())
    or survey_id in (
      select s.id from surveys s
      where s.owner_id = (select current_person())
         or s.record_id is null
         or exists (select from records r where r.id = s.record_id)
    )
  )
);

grant select, insert, update, delete on surveys to canmou_app;
revoke update on surveys from canmou_app;
grant update (title, definition, revision, status, closed_at, closes_at, quota, open_link_no, open_token_hash,
              invitation_count, updated_at) on surveys to canmou_app;
grant select, delete on survey_invitations to canmou_app;
grant insert (id, survey_id, token_hash, label, customer_id, created_by, created_at) on survey_invitations to canmou_app;
grant select on survey_responses to canmou_app;
revoke execute on function publish_survey, survey_behind, answer_survey, type_in_answers, survey_token from public;
grant execute on function publish_survey, survey_behind, answer_survey, type_in_answers, survey_token to canmou_app;
