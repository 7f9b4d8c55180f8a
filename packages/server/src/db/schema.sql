-- The result of the migrations, written by `npm run generate`. Not run by anything.

create type instance_status as enum ('running', 'completed', 'failed', 'cancelled');

create type task_state as enum ('open', 'done', 'cancelled');

create table api_tokens (
  id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  name text not null,
  created_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  constraint api_tokens_hash_unique UNIQUE (token_hash),
  constraint api_tokens_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint api_tokens_pkey PRIMARY KEY (id)
);

create table attachments (
  id uuid not null,
  record_id uuid,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone default now() not null,
  frozen_at timestamp with time zone,
  task_id uuid,
  constraint attachments_of_one CHECK ((num_nonnulls(record_id, task_id) = 1)),
  constraint attachments_pkey PRIMARY KEY (id),
  constraint attachments_record_id_fkey FOREIGN KEY (record_id) REFERENCES records(id),
  constraint attachments_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id),
  constraint attachments_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES people(id)
);

create table audit_log (
  id bigint generated always as identity not null,
  at timestamp with time zone default now() not null,
  person_id uuid,
  action text not null,
  subject_type text,
  subject_id text,
  data jsonb default '{}'::jsonb not null,
  constraint audit_log_pkey PRIMARY KEY (id)
);

create table calendar_days (
  day date not null,
  kind text not null,
  note text default ''::text not null,
  changed_by uuid not null,
  changed_at timestamp with time zone default now() not null,
  constraint calendar_days_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id),
  constraint calendar_days_kind_known CHECK ((kind = ANY (ARRAY['workday'::text, 'holiday'::text]))),
  constraint calendar_days_note_short CHECK ((length(note) <= 200)),
  constraint calendar_days_pkey PRIMARY KEY (day)
);

create table copies (
  instance_id uuid not null,
  person_id uuid not null,
  copied_by uuid,
  created_at timestamp with time zone default now() not null,
  read_at timestamp with time zone,
  constraint copies_pkey PRIMARY KEY (instance_id, person_id)
);

create table credentials (
  person_id uuid not null,
  password_hash text not null,
  changed_at timestamp with time zone default now() not null,
  constraint credentials_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint credentials_pkey PRIMARY KEY (person_id)
);

create table departments (
  id text not null,
  parent_id text,
  name jsonb not null,
  manager_position_id text,
  sort integer default 0 not null,
  revision integer default 1 not null,
  edited_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint departments_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES departments(id),
  constraint departments_pkey PRIMARY KEY (id)
);

create table directory_version (
  only_row boolean default true not null,
  version bigint not null,
  constraint directory_version_only_row_check CHECK (only_row),
  constraint directory_version_pkey PRIMARY KEY (only_row)
);

create table idempotency_keys (
  person_id uuid not null,
  key text not null,
  request_sha256 bytea not null,
  status smallint not null,
  response text not null,
  created_at timestamp with time zone default now() not null,
  constraint idempotency_keys_pkey PRIMARY KEY (person_id, key)
);

create table instance_links (
  from_id uuid not null,
  to_id uuid not null,
  created_at timestamp with time zone default now() not null,
  constraint instance_links_from_id_fkey FOREIGN KEY (from_id) REFERENCES instances(id),
  constraint instance_links_pkey PRIMARY KEY (from_id, to_id),
  constraint instance_links_to_id_fkey FOREIGN KEY (to_id) REFERENCES instances(id)
);

create table instance_participants (
  instance_id uuid not null,
  person_id uuid not null,
  constraint instance_participants_pkey PRIMARY KEY (instance_id, person_id)
);

create table instances (
  id uuid not null,
  number text not null,
  process_id text not null,
  process_version_id uuid not null,
  title text not null,
  level smallint default 1 not null,
  department_id text not null,
  starter_id uuid not null,
  status instance_status not null,
  state text not null,
  version integer default 1 not null,
  timers jsonb default '{}'::jsonb not null,
  armed_at timestamp with time zone,
  source_instance_id uuid,
  parent_instance_id uuid,
  parent_call_id text,
  one_per text,
  started_at timestamp with time zone default now() not null,
  ended_at timestamp with time zone,
  awaits_messages boolean default false not null,
  constraint instances_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint instances_number_unique UNIQUE (number),
  constraint instances_parent_instance_id_fkey FOREIGN KEY (parent_instance_id) REFERENCES instances(id),
  constraint instances_pkey PRIMARY KEY (id),
  constraint instances_process_id_fkey FOREIGN KEY (process_id) REFERENCES processes(id),
  constraint instances_process_version_id_fkey FOREIGN KEY (process_version_id) REFERENCES process_versions(id),
  constraint instances_source_instance_id_fkey FOREIGN KEY (source_instance_id) REFERENCES instances(id),
  constraint instances_starter_id_fkey FOREIGN KEY (starter_id) REFERENCES people(id)
) with (fillfactor=70);

create table jobs (
  id bigint generated always as identity not null,
  kind text not null,
  key text,
  payload jsonb default '{}'::jsonb not null,
  run_at timestamp with time zone default now() not null,
  attempts integer default 0 not null,
  max_attempts integer default 10 not null,
  locked_until timestamp with time zone,
  last_error text,
  created_at timestamp with time zone default now() not null,
  constraint jobs_key_unique UNIQUE (key),
  constraint jobs_pkey PRIMARY KEY (id)
);

create table message_waits (
  instance_id uuid not null,
  kind text not null,
  name text not null,
  key_hash text not null,
  since timestamp with time zone not null,
  constraint message_waits_kind_known CHECK ((kind = ANY (ARRAY['message'::text, 'signal'::text]))),
  constraint message_waits_pkey PRIMARY KEY (kind, name, key_hash, instance_id)
);

create table migrations (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migrations_pkey PRIMARY KEY (name)
);

create table number_sequences (
  code text not null,
  month text not null,
  last integer not null,
  constraint number_sequences_pkey PRIMARY KEY (code, month)
);

create table people (
  id uuid not null,
  username text not null,
  name text not null,
  department_id text not null,
  clearance smallint default 1 not null,
  data_scope text default 'own'::text not null,
  locale text default 'zh-CN'::text not null,
  is_demo boolean default false not null,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  revision integer default 1 not null,
  pinyin text,
  constraint people_clearance_check CHECK (((clearance >= 0) AND (clearance <= 3))),
  constraint people_data_scope_check CHECK ((data_scope = ANY (ARRAY['own'::text, 'department'::text, 'subordinates'::text, 'all'::text]))),
  constraint people_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint people_pkey PRIMARY KEY (id),
  constraint people_username_unique UNIQUE (username)
);

create table position_assignments (
  person_id uuid not null,
  position_id text not null,
  valid_from date default CURRENT_DATE not null,
  valid_to date,
  id uuid not null,
  revision integer default 1 not null,
  constraint position_assignments_dates CHECK ((valid_to >= (valid_from - 1))),
  constraint position_assignments_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint position_assignments_pkey PRIMARY KEY (id),
  constraint position_assignments_position_id_fkey FOREIGN KEY (position_id) REFERENCES positions(id)
);

create table positions (
  id text not null,
  department_id text,
  name jsonb not null,
  member_position_ids text[] default '{}'::text[] not null,
  sort integer default 0 not null,
  revision integer default 1 not null,
  edited_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint positions_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint positions_pkey PRIMARY KEY (id)
);

create table process_versions (
  id uuid not null,
  process_id text not null,
  version integer not null,
  status text not null,
  xml text not null,
  definition jsonb not null,
  sha256 bytea not null,
  note text default ''::text not null,
  signed_by text,
  review_instance_id uuid,
  effective_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint process_versions_number_unique UNIQUE (process_id, version),
  constraint process_versions_pkey PRIMARY KEY (id),
  constraint process_versions_process_id_fkey FOREIGN KEY (process_id) REFERENCES processes(id),
  constraint process_versions_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'inReview'::text, 'inEffect'::text, 'retired'::text])))
);

create table processes (
  id text not null,
  name jsonb not null,
  description jsonb not null,
  department_id text not null,
  starter_positions text[] not null,
  record_kinds text[] default '{}'::text[] not null,
  sort integer default 0 not null,
  constraint processes_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint processes_pkey PRIMARY KEY (id)
);

create table record_drafts (
  record_id uuid not null,
  author_id uuid not null,
  title text not null,
  level smallint not null,
  data jsonb not null,
  attachment_ids uuid[] default '{}'::uuid[] not null,
  revision integer default 1 not null,
  saved_at timestamp with time zone default now() not null,
  constraint record_drafts_author_id_fkey FOREIGN KEY (author_id) REFERENCES people(id),
  constraint record_drafts_pkey PRIMARY KEY (record_id),
  constraint record_drafts_record_id_fkey FOREIGN KEY (record_id) REFERENCES records(id)
);

create table record_grants (
  record_id uuid not null,
  person_id uuid not null,
  reason text not null,
  granted_by uuid,
  valid_until timestamp with time zone,
  constraint record_grants_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES people(id),
  constraint record_grants_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint record_grants_pkey PRIMARY KEY (record_id, person_id),
  constraint record_grants_reason_check CHECK ((reason = ANY (ARRAY['owner'::text, 'participant'::text, 'granted'::text]))),
  constraint record_grants_record_id_fkey FOREIGN KEY (record_id) REFERENCES records(id)
);

create table record_links (
  from_id uuid not null,
  to_id uuid not null,
  type text not null,
  created_at timestamp with time zone default now() not null,
  created_by uuid,
  constraint record_links_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint record_links_from_id_fkey FOREIGN KEY (from_id) REFERENCES records(id),
  constraint record_links_pkey PRIMARY KEY (from_id, to_id, type),
  constraint record_links_to_id_fkey FOREIGN KEY (to_id) REFERENCES records(id),
  constraint record_links_type_check CHECK ((type = ANY (ARRAY['basis'::text, 'derived'::text, 'evidence'::text, 'uses'::text, 'related'::text, 'supersedes'::text, 'corrects'::text, 'handover'::text])))
);

create table record_search (
  record_id uuid not null,
  terms text[] not null,
  constraint record_search_pkey PRIMARY KEY (record_id),
  constraint record_search_record_id_fkey FOREIGN KEY (record_id) REFERENCES records(id)
);

create table record_versions (
  record_id uuid not null,
  version integer not null,
  title text not null,
  level smallint not null,
  data jsonb not null,
  attachment_ids uuid[] default '{}'::uuid[] not null,
  sha256 bytea not null,
  submitted_by uuid not null,
  submitted_at timestamp with time zone default now() not null,
  constraint record_versions_pkey PRIMARY KEY (record_id, version),
  constraint record_versions_record_id_fkey FOREIGN KEY (record_id) REFERENCES records(id),
  constraint record_versions_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES people(id),
  constraint record_versions_version_check CHECK ((version > 0))
);

create table records (
  id uuid not null,
  kind text not null,
  number text,
  title text not null,
  status text default 'draft'::text not null,
  level smallint default 1 not null,
  need_to_know boolean default false not null,
  is_shared boolean default false not null,
  owner_id uuid not null,
  department_id text not null,
  instance_id uuid,
  version integer default 0 not null,
  filled jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  slot text,
  constraint records_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint records_instance_id_fkey FOREIGN KEY (instance_id) REFERENCES instances(id),
  constraint records_level_check CHECK (((level >= 0) AND (level <= 3))),
  constraint records_number_unique UNIQUE (number),
  constraint records_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id),
  constraint records_pkey PRIMARY KEY (id),
  constraint records_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'inApproval'::text, 'returned'::text, 'inEffect'::text, 'void'::text])))
);

create table sessions (
  id_hash bytea not null,
  person_id uuid not null,
  created_at timestamp with time zone default now() not null,
  seen_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint sessions_pkey PRIMARY KEY (id_hash)
);

create table signatures (
  task_id uuid not null,
  instance_id uuid not null,
  signer_id uuid not null,
  signed_at timestamp with time zone not null,
  method text not null,
  image bytea not null,
  constraint signatures_method_known CHECK ((method = ANY (ARRAY['drawn'::text, 'typed'::text]))),
  constraint signatures_pkey PRIMARY KEY (task_id),
  constraint signatures_signer_id_fkey FOREIGN KEY (signer_id) REFERENCES people(id),
  constraint signatures_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id)
);

create table signed_versions (
  task_id uuid not null,
  record_id uuid not null,
  record_version integer not null,
  record_number text not null,
  record_sha256 bytea not null,
  constraint signed_versions_pkey PRIMARY KEY (task_id, record_id),
  constraint signed_versions_task_id_fkey FOREIGN KEY (task_id) REFERENCES signatures(task_id),
  constraint signed_versions_version_fkey FOREIGN KEY (record_id, record_version) REFERENCES record_versions(record_id, version)
);

create table steps (
  instance_id uuid not null,
  version integer not null,
  at timestamp with time zone not null,
  person_id uuid,
  task_id uuid,
  entries jsonb not null,
  commands text not null,
  constraint steps_pkey PRIMARY KEY (instance_id, version)
);

create table substitutions (
  id uuid not null,
  person_id uuid not null,
  substitute_id uuid not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone not null,
  process_ids text[],
  reason text default ''::text not null,
  created_by uuid not null,
  created_at timestamp with time zone default now() not null,
  constraint substitutions_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint substitutions_of_another CHECK ((person_id <> substitute_id)),
  constraint substitutions_of_something CHECK ((process_ids <> '{}'::text[])),
  constraint substitutions_period CHECK ((valid_to >= valid_from)),
  constraint substitutions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint substitutions_pkey PRIMARY KEY (id),
  constraint substitutions_substitute_id_fkey FOREIGN KEY (substitute_id) REFERENCES people(id)
);

create table survey_invitations (
  id uuid not null,
  survey_id uuid not null,
  token_hash bytea not null,
  label text not null,
  customer_id uuid,
  created_by uuid not null,
  created_at timestamp with time zone default now() not null,
  used_at timestamp with time zone,
  constraint survey_invitations_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint survey_invitations_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES records(id),
  constraint survey_invitations_pkey PRIMARY KEY (id),
  constraint survey_invitations_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES surveys(id),
  constraint survey_invitations_token_unique UNIQUE (token_hash)
);

create table survey_link_secret (
  only_row boolean default true not null,
  secret bytea default (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) not null,
  constraint survey_link_secret_only_row_check CHECK (only_row),
  constraint survey_link_secret_pkey PRIMARY KEY (only_row)
);

create table survey_responses (
  id uuid not null,
  survey_id uuid not null,
  invitation_id uuid,
  channel text not null,
  answers jsonb not null,
  respondent text,
  customer_id uuid,
  collected_by uuid,
  submitted_at timestamp with time zone default now() not null,
  idempotency_key text not null,
  constraint survey_responses_channel_check CHECK ((channel = ANY (ARRAY['openLink'::text, 'personalLink'::text, 'typedIn'::text]))),
  constraint survey_responses_collected CHECK (((channel = 'typedIn'::text) = (collected_by IS NOT NULL))),
  constraint survey_responses_collected_by_fkey FOREIGN KEY (collected_by) REFERENCES people(id),
  constraint survey_responses_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES records(id),
  constraint survey_responses_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES survey_invitations(id),
  constraint survey_responses_invited CHECK (((channel = 'personalLink'::text) = (invitation_id IS NOT NULL))),
  constraint survey_responses_key_unique UNIQUE (survey_id, idempotency_key),
  constraint survey_responses_one_per_link UNIQUE (invitation_id),
  constraint survey_responses_pkey PRIMARY KEY (id),
  constraint survey_responses_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES surveys(id)
);

create table surveys (
  id uuid not null,
  series_id uuid not null,
  version integer default 1 not null,
  purpose text not null,
  title text not null,
  level smallint default 1 not null,
  definition jsonb not null,
  revision integer default 1 not null,
  status text default 'draft'::text not null,
  published_hash bytea,
  published_at timestamp with time zone,
  closed_at timestamp with time zone,
  owner_id uuid not null,
  department_id text not null,
  record_id uuid,
  instance_id uuid,
  closes_at timestamp with time zone,
  quota integer,
  open_link_no integer default 0 not null,
  open_token_hash bytea,
  answer_count integer default 0 not null,
  invitation_count integer default 0 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint surveys_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint surveys_instance_id_fkey FOREIGN KEY (instance_id) REFERENCES instances(id),
  constraint surveys_level_check CHECK (((level >= 0) AND (level <= 3))),
  constraint surveys_open_token_unique UNIQUE (open_token_hash),
  constraint surveys_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id),
  constraint surveys_pkey PRIMARY KEY (id),
  constraint surveys_published_complete CHECK (((status = 'draft'::text) OR ((published_hash IS NOT NULL) AND (published_at IS NOT NULL)))),
  constraint surveys_purpose_check CHECK ((purpose = ANY (ARRAY['research'::text, 'training'::text, 'satisfaction'::text]))),
  constraint surveys_quota_check CHECK ((quota > 0)),
  constraint surveys_record_id_fkey FOREIGN KEY (record_id) REFERENCES records(id),
  constraint surveys_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'closed'::text]))),
  constraint surveys_version_check CHECK ((version > 0)),
  constraint surveys_version_unique UNIQUE (series_id, version)
) with (fillfactor=70);

create table task_candidates (
  person_id uuid not null,
  task_id uuid not null,
  instance_id uuid not null,
  constraint task_candidates_pkey PRIMARY KEY (person_id, task_id)
);

create table task_documents (
  task_id uuid not null,
  record_id uuid not null,
  record_version integer,
  constraint task_documents_pkey PRIMARY KEY (task_id, record_id)
);

create table tasks (
  id uuid not null,
  instance_id uuid not null,
  engine_task_id text not null,
  element_id text not null,
  name text not null,
  state task_state default 'open'::task_state not null,
  position_id text,
  record_id uuid,
  record_version integer,
  form_data jsonb,
  created_at timestamp with time zone default now() not null,
  due_at timestamp with time zone,
  completed_at timestamp with time zone,
  completed_by uuid,
  decision text,
  opinion text,
  on_behalf_of uuid,
  on_limit jsonb,
  taken_back_at timestamp with time zone,
  due_date text,
  constraint tasks_engine_task_unique UNIQUE (instance_id, engine_task_id),
  constraint tasks_pkey PRIMARY KEY (id)
) with (fillfactor=80);

CREATE INDEX attachments_by_record ON public.attachments USING btree (record_id);
CREATE INDEX attachments_by_task ON public.attachments USING btree (task_id) WHERE (task_id IS NOT NULL);

CREATE INDEX audit_log_of_expired_messages ON public.audit_log USING btree (id DESC) WHERE (action = 'message.expired'::text);
CREATE INDEX audit_log_of_organization ON public.audit_log USING btree (id DESC) WHERE (subject_type = ANY (ARRAY['department'::text, 'position'::text, 'person'::text, 'assignment'::text]));

CREATE INDEX copies_by_person ON public.copies USING btree (person_id, instance_id DESC);

CREATE INDEX instance_links_by_target ON public.instance_links USING btree (to_id);

CREATE INDEX instance_participants_by_person ON public.instance_participants USING btree (person_id, instance_id DESC);

CREATE UNIQUE INDEX instances_by_parent ON public.instances USING btree (parent_instance_id, parent_call_id) WHERE (parent_instance_id IS NOT NULL);
CREATE INDEX instances_by_source ON public.instances USING btree (source_instance_id) WHERE (source_instance_id IS NOT NULL);
CREATE INDEX instances_by_starter ON public.instances USING btree (starter_id, id DESC);
CREATE UNIQUE INDEX instances_one_per_unique ON public.instances USING btree (process_id, one_per) WHERE ((one_per IS NOT NULL) AND (status = ANY (ARRAY['running'::instance_status, 'completed'::instance_status])));
CREATE INDEX instances_running ON public.instances USING btree (process_id) WHERE (status = 'running'::instance_status);

CREATE INDEX jobs_due ON public.jobs USING btree (run_at) WHERE (attempts < max_attempts);
CREATE INDEX jobs_messages ON public.jobs USING btree (((payload ->> 'name'::text)), hash_key((payload -> 'correlationKey'::text)), id) WHERE (kind = 'deliverMessage'::text);

CREATE INDEX message_waits_by_instance ON public.message_waits USING btree (instance_id);

CREATE INDEX position_assignments_by_person ON public.position_assignments USING btree (person_id, position_id);
CREATE INDEX position_assignments_by_position ON public.position_assignments USING btree (position_id);

CREATE INDEX process_versions_by_review ON public.process_versions USING btree (review_instance_id) WHERE (review_instance_id IS NOT NULL);
CREATE UNIQUE INDEX process_versions_one_in_effect ON public.process_versions USING btree (process_id) WHERE (status = 'inEffect'::text);
CREATE UNIQUE INDEX process_versions_one_in_review ON public.process_versions USING btree (process_id) WHERE (status = 'inReview'::text);

CREATE INDEX record_grants_by_person ON public.record_grants USING btree (person_id, record_id DESC);

CREATE INDEX record_links_by_target ON public.record_links USING btree (to_id, from_id DESC);

CREATE INDEX record_search_by_term ON public.record_search USING gin (terms);

CREATE INDEX records_by_department ON public.records USING btree (department_id, id DESC);
CREATE INDEX records_by_department_and_kind ON public.records USING btree (department_id, kind, id DESC);
CREATE INDEX records_by_instance ON public.records USING btree (instance_id) WHERE (instance_id IS NOT NULL);
CREATE INDEX records_by_kind ON public.records USING btree (kind, id DESC);
CREATE INDEX records_by_owner ON public.records USING btree (owner_id, id DESC);
CREATE INDEX records_shared ON public.records USING btree (id DESC) WHERE is_shared;

CREATE INDEX sessions_by_expiry ON public.sessions USING btree (expires_at);

CREATE INDEX signatures_by_instance ON public.signatures USING btree (instance_id);

CREATE INDEX signed_versions_by_version ON public.signed_versions USING btree (record_id, record_version);

CREATE INDEX steps_done_by_person ON public.steps USING btree (person_id, at DESC, task_id DESC) WHERE (task_id IS NOT NULL);

CREATE INDEX substitutions_by_person ON public.substitutions USING btree (person_id, valid_to);
CREATE INDEX substitutions_by_substitute ON public.substitutions USING btree (substitute_id, valid_to);

CREATE INDEX survey_invitations_by_survey ON public.survey_invitations USING btree (survey_id, id);

CREATE INDEX survey_responses_by_survey ON public.survey_responses USING btree (survey_id, id DESC);

CREATE INDEX surveys_by_instance ON public.surveys USING btree (instance_id, id DESC) WHERE (instance_id IS NOT NULL);
CREATE INDEX surveys_by_record ON public.surveys USING btree (record_id, id DESC) WHERE (record_id IS NOT NULL);

CREATE INDEX task_candidates_by_task ON public.task_candidates USING btree (task_id);

CREATE INDEX task_documents_by_record ON public.task_documents USING btree (record_id, task_id);

CREATE INDEX tasks_done_on_behalf ON public.tasks USING btree (on_behalf_of) WHERE (on_behalf_of IS NOT NULL);

CREATE OR REPLACE FUNCTION public.act_as(actor uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.act_as_system()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform set_config('canmou.system', 'on', true),
          set_config('canmou.person', '', true),
          set_config('canmou.clearance', '3', true),
          set_config('canmou.departments', '*', true);
end $function$
;

CREATE OR REPLACE FUNCTION public.answer_survey(token bytea, seen_hash bytea, response uuid, given jsonb, key text, at timestamp with time zone)
 RETURNS TABLE(outcome text, received_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.apply_dues(dues jsonb)
 RETURNS void
 LANGUAGE sql
AS $function$
  update tasks t
  set due_at = d."dueAt",
      due_date = coalesce(d."dueDate", t.due_date)
  from jsonb_to_recordset(dues) as d (task uuid, "dueAt" timestamptz, "dueDate" text)
  where t.id = d.task;
$function$
;

CREATE OR REPLACE FUNCTION public.apply_enclosures(change jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.apply_jobs(change jsonb, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.apply_record_changes(changes jsonb, actor uuid, instance uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.apply_rest(change jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
  if change ? 'withdrawn' then
    perform apply_withdrawals(change -> 'withdrawn');
  end if;
  if change ? 'dues' then
    perform apply_dues(change -> 'dues');
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
end $function$
;

CREATE OR REPLACE FUNCTION public.apply_search_terms(change jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if change ? 'searchTerms' then
    perform set_search_terms((change ->> 'id')::uuid, array(select jsonb_array_elements_text(change -> 'searchTerms')));
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION public.apply_steps(count integer, keys json, claimed json, numbers json, starts json, moves json, states text, entries text, commands text, closed json, tasks json, candidates json, participants json, grants json, rest jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.apply_versions(change jsonb, instance uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.apply_withdrawals(withdrawn jsonb)
 RETURNS void
 LANGUAGE sql
AS $function$
  delete from task_candidates c
  using jsonb_to_recordset(withdrawn) as w (task uuid, person uuid)
  where c.task_id = w.task and c.person_id = w.person;
$function$
;

CREATE OR REPLACE FUNCTION public.authenticate(session_hash bytea, bearer_hash bytea, today date)
 RETURNS TABLE(id uuid, username text, name text, clearance smallint, locale text, department_id text, positions text[])
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.copy_again()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update copies
  set copied_by = new.copied_by, created_at = new.created_at, read_at = null
  where instance_id = new.instance_id and person_id = new.person_id;
  if found then
    return null;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.count_tasks_only_with(people uuid[], of_position text)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.current_clearance()
 RETURNS smallint
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('canmou.clearance'::text, true), ''::text), '-1'::text))::smallint
;

CREATE OR REPLACE FUNCTION public.current_departments()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(NULLIF(current_setting('canmou.departments'::text, true), '*'::text), ''::text), '{}'::text))::text[]
;

CREATE OR REPLACE FUNCTION public.current_is_process_admin()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (EXISTS (SELECT FROM (position_assignments a JOIN people p ON (((p.id = a.person_id) AND (p.disabled_at IS NULL)))) WHERE ((a.person_id = current_person()) AND (a.position_id = 'processAdmin'::text) AND (a.valid_from <= ((now() AT TIME ZONE 'Asia/Shanghai'::text))::date) AND ((a.valid_to IS NULL) OR (a.valid_to >= ((now() AT TIME ZONE 'Asia/Shanghai'::text))::date)))))
;

CREATE OR REPLACE FUNCTION public.current_is_system()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(current_setting('canmou.system'::text, true), ''::text) = 'on'::text)
;

CREATE OR REPLACE FUNCTION public.current_may_write()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (current_is_system() OR (current_person() IS NOT NULL))
;

CREATE OR REPLACE FUNCTION public.current_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('canmou.person'::text, true), ''::text))::uuid
;

CREATE OR REPLACE FUNCTION public.current_sees_all()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(current_setting('canmou.departments'::text, true), ''::text) = '*'::text)
;

CREATE OR REPLACE FUNCTION public.directory_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update directory_version set version = version + 1;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.enclose_files(enclosed jsonb, actor uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.end_access(of_person uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform refuse_others_than_process_admin();
  perform set_config('canmou.system', 'on', true);
  delete from sessions where person_id = of_person;
  delete from api_tokens where person_id = of_person;
  perform set_config('canmou.system', 'off', true);
end $function$
;

CREATE OR REPLACE FUNCTION public.grant_basis(basis jsonb)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into record_grants (record_id, person_id, reason)
  select r.id, b.person, 'participant'
  from jsonb_to_recordset(basis) as b (record uuid, person uuid)
  join records r on r.id = b.record and r.version > 0 and not r.need_to_know
  on conflict do nothing;
$function$
;

CREATE OR REPLACE FUNCTION public.grant_sources(readers jsonb, instance uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into record_grants (record_id, person_id, reason)
  select r.id, p::uuid, 'participant'
  from instances i
  join records r on r.instance_id in (i.source_instance_id, i.parent_instance_id)
  cross join jsonb_array_elements_text(readers) as p
  where i.id = instance and r.version > 0
  on conflict do nothing;
$function$
;

CREATE OR REPLACE FUNCTION public.has_one_of_each(terms text[], ranges jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select coalesce(bool_and(terms && array(select jsonb_array_elements_text(one))), true)
  from jsonb_array_elements(ranges) as one
$function$
;

CREATE OR REPLACE FUNCTION public.hash_key(key jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN md5((key)::text)
;

CREATE OR REPLACE FUNCTION public.holds_task_on(record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.is_away(person uuid, period_from timestamp with time zone, period_to timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from substitutions s where s.person_id = person and s.valid_from < period_to and period_from < s.valid_to
  )
$function$
;

CREATE OR REPLACE FUNCTION public.keep_message_waits()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  new.awaits_messages := new.status = 'running' and state_awaits_messages(new.state);
  if not new.awaits_messages then
    delete from message_waits where instance_id = new.id;
    return new;
  end if;
  perform pg_advisory_xact_lock_shared(message_lock());
  with wanted as materialized (
    select distinct n -> 'wait' ->> 'for' as kind, n -> 'wait' ->> 'name' as name,
           case when n -> 'wait' ->> 'for' = 'message' then hash_key((n -> 'wait' -> 'key')::jsonb) else '' end as key_hash
    from json_array_elements(new.state::json -> 'nodes') as n
    where n -> 'wait' ->> 'for' = 'signal'
       or (n -> 'wait' ->> 'for' = 'message' and n -> 'wait' -> 'key' is not null)
  ), ended as (
    delete from message_waits w
    where w.instance_id = new.id
      and not exists (select from wanted n
                      where n.kind = w.kind and n.name = w.name and n.key_hash = w.key_hash)
  ), added as (
    insert into message_waits (instance_id, kind, name, key_hash, since)
    select new.id, w.kind, w.name, w.key_hash, clock_timestamp() from wanted w
    on conflict do nothing
    returning kind, name, key_hash
  )
  -- What was put aside for it is delivered next; due at once by whatever clock the servers go.
  insert into jobs (kind, payload, run_at)
  select 'wakeMessage', jsonb_build_object('name', a.name, 'keyHash', a.key_hash), new.started_at
  from added a
  where a.kind = 'message'
    and exists (select from jobs j
                where j.kind = 'deliverMessage'
                  and j.payload ->> 'name' = a.name
                  and hash_key(j.payload -> 'correlationKey') = a.key_hash);
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.keep_signature(signature jsonb, actor uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
AS $function$
  select act_as_system();
  insert into signatures (task_id, instance_id, signer_id, signed_at, method, image)
  select t.id, t.instance_id, actor, at, signature ->> 'method', decode(signature ->> 'image', 'base64')
  from tasks t
  where t.id = (signature ->> 'task')::uuid;
  insert into signed_versions (task_id, record_id, record_version, record_number, record_sha256)
  select (signature ->> 'task')::uuid, v.record_id, v.record_version, v.record_number, v.record_sha256
  from versions_of_task((signature ->> 'task')::uuid) v;
$function$
;

CREATE OR REPLACE FUNCTION public.message_lock()
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN 7100002
;

CREATE OR REPLACE FUNCTION public.next_number(prefix text, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare
  local_month text := to_char(at at time zone 'Asia/Shanghai', 'YYYYMM');
  given integer;
begin
  insert into number_sequences as s (code, month, last) values (prefix, local_month, 1)
    on conflict (code, month) do update set last = s.last + 1
    returning s.last into given;
  return prefix || '-' || local_month || '-' || lpad(given::text, greatest(4, length(given::text)), '0');
end $function$
;

CREATE OR REPLACE FUNCTION public.park_message(job bigint, claimed_until timestamp with time zone, until timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(message_lock());
  update jobs j
  set run_at = until, locked_until = null, attempts = 0
  where j.id = job
    and j.locked_until = claimed_until
    and not exists (select from message_waits w
                    where w.kind = 'message'
                      and w.name = j.payload ->> 'name'
                      and w.key_hash = hash_key(j.payload -> 'correlationKey'));
  return found;
end $function$
;

CREATE OR REPLACE FUNCTION public.publish_survey(survey uuid, saved_revision integer, hash bytea, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.records_in_anothers_place()
 RETURNS TABLE(id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select substituted_records()
  union
  select t.record_id
  from substituted_tasks() s
  join tasks t on t.id = s.task_id
  where t.record_id is not null
  union
  select d.record_id
  from substituted_tasks() s
  join task_documents d on d.task_id = s.task_id
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_change_of_published_survey()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_others_than_process_admin()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if not current_is_process_admin() then
    raise exception 'Only the process administrator may do this' using errcode = 'insufficient_privilege';
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION public.renew_search_ways()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update record_search
  set terms = array(select term from unnest(terms) as term where term not like '~%') || search_ways(new)
  where record_id = new.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.replay_commands(instance uuid)
 RETURNS SETOF text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not current_is_system() then
    raise exception 'Only the system may read commands' using errcode = 'insufficient_privilege';
  end if;
  return query select s.commands from steps s where s.instance_id = instance order by s.version;
end $function$
;

CREATE OR REPLACE FUNCTION public.search_records(wanted text[], ranges jsonb, wanted_status text, before uuid, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  newest uuid[];
  one_of text[] := case when ranges -> 0 is not null then array(select jsonb_array_elements_text(ranges -> 0)) end;
  others jsonb := ranges - 0;
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
      and (one_of is null or s.terms && one_of)
      and has_one_of_each(s.terms, others)
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
      select s.record_id from ways w join record_search s on s.terms @> w.terms
      where s.record_id < before and (one_of is null or s.terms && one_of)
      union
      select s.record_id
      from record_grants g
      join record_search s on s.record_id = g.record_id
      where g.person_id = current_person() and g.record_id < before
        and s.terms @> wanted and (one_of is null or s.terms && one_of)
      union
      select s.record_id
      from task_candidates c
      join tasks t on t.id = c.task_id
      join record_search s on s.record_id = t.record_id
      where c.person_id = current_person() and t.record_id < before
        and s.terms @> wanted and (one_of is null or s.terms && one_of)
      union
      select s.record_id
      from task_candidates c
      join task_documents d on d.task_id = c.task_id
      join record_search s on s.record_id = d.record_id
      where c.person_id = current_person() and d.record_id < before
        and s.terms @> wanted and (one_of is null or s.terms && one_of)
      union
      select s.record_id
      from records_in_anothers_place() p
      join record_search s on s.record_id = p.id
      where p.id < before and s.terms @> wanted and (one_of is null or s.terms && one_of)
    )
    select r.id
    from found f
    join records r on r.id = f.record_id
    join record_search s on s.record_id = f.record_id
    where (wanted_status is null or r.status = wanted_status)
      and not (r.version = 0 and r.status = 'void')
      and has_one_of_each(s.terms, others)
    order by r.id desc
    limit most;
end $function$
;

CREATE OR REPLACE FUNCTION public.search_ways(r records)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select array['~' || r.owner_id, '~' || r.department_id] || case when r.is_shared then array['~'] else '{}' end
$function$
;

CREATE OR REPLACE FUNCTION public.sees_what_task_is_about(task uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from tasks t
    where t.id = task
      and (t.record_id is null or exists (select from records r where r.id = t.record_id))
      and not exists (
        select from task_documents d
        where d.task_id = t.id and not exists (select from records r where r.id = d.record_id)))
$function$
;

CREATE OR REPLACE FUNCTION public.set_password(of_person uuid, new_hash text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform refuse_others_than_process_admin();
  perform set_config('canmou.system', 'on', true);
  insert into credentials as c (person_id, password_hash) values (of_person, new_hash)
    on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = now();
  perform set_config('canmou.system', 'off', true);
end $function$
;

CREATE OR REPLACE FUNCTION public.set_search_terms(record uuid, new_terms text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not current_may_write() then
    raise exception 'Nobody acts' using errcode = 'insufficient_privilege';
  end if;
  insert into record_search as s (record_id, terms)
  select r.id, new_terms || search_ways(r) from records r where r.id = record
    on conflict (record_id) do update set terms = excluded.terms where s.terms <> excluded.terms;
end $function$
;

CREATE OR REPLACE FUNCTION public.set_task_documents(documents jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.start_instances(starts json)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.state_awaits_messages(state text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((POSITION(('"for":"message"'::text) IN (state)) > 0) OR (POSITION(('"for":"signal"'::text) IN (state)) > 0))
;

CREATE OR REPLACE FUNCTION public.substituted_records()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.substituted_tasks()
 RETURNS TABLE(task_id uuid, instance_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.task_id, c.instance_id, c.person_id
  from substitutions s
  join task_candidates c on c.person_id = s.person_id
  join instances i on i.id = c.instance_id
  where s.substitute_id = current_person()
    and s.valid_from <= now() and now() < s.valid_to
    and (s.process_ids is null or i.process_id = any (s.process_ids))
    and i.starter_id <> current_person()
    and i.level <= current_clearance()
$function$
;

CREATE OR REPLACE FUNCTION public.survey_behind(token bytea, at timestamp with time zone)
 RETURNS TABLE(state text, title text, definition jsonb, hash text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when i.used_at is not null then 'answered' else survey_state(s, at) end,
         s.title, s.definition, encode(s.published_hash, 'hex')
  from surveys s
  left join survey_invitations i on i.survey_id = s.id and i.token_hash = token
  where s.open_token_hash = token or i.id is not null;
$function$
;

CREATE OR REPLACE FUNCTION public.survey_is_managed(owner_id uuid, department_id text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select current_person() is not null
         and (owner_id = current_person() or current_sees_all() or department_id = any (current_departments()));
$function$
;

CREATE OR REPLACE FUNCTION public.survey_state(survey surveys, at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case
    when survey.status <> 'published' or survey.closes_at <= at then 'closed'
    when survey.answer_count >= survey.quota then 'full'
    else 'open'
  end;
$function$
;

CREATE OR REPLACE FUNCTION public.survey_token(subject uuid, number integer)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select rtrim(translate(encode(sha256(s.secret || uuid_send(subject) || int4send(number)), 'base64'), '+/', '-_'), '=')
  from survey_link_secret s;
$function$
;

CREATE OR REPLACE FUNCTION public.survey_token_hash(subject uuid, number integer)
 RETURNS bytea
 LANGUAGE sql
 STABLE
AS $function$
  select sha256(convert_to(survey_token(subject, number), 'UTF8'));
$function$
;

CREATE OR REPLACE FUNCTION public.take_numbers(numbers json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.tasks_before_me()
 RETURNS TABLE(task_id uuid, instance_id uuid, on_behalf_of uuid)
 LANGUAGE sql
 STABLE ROWS 50
AS $function$
  select c.task_id, c.instance_id, null::uuid
  from task_candidates c
  where c.person_id = current_person()
  union all
  (select distinct on (s.task_id) s.task_id, s.instance_id, s.person_id
   from substituted_tasks() s
   where not exists (select from task_candidates c where c.task_id = s.task_id and c.person_id = current_person())
   order by s.task_id, s.person_id)
$function$
;

CREATE OR REPLACE FUNCTION public.type_in_answers(survey uuid, response uuid, given jsonb, customer uuid, respondent text, key text, at timestamp with time zone)
 RETURNS TABLE(outcome text, received_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.versions_of_task(task uuid)
 RETURNS TABLE(record_id uuid, record_version integer, record_number text, record_sha256 bytea)
 LANGUAGE sql
 STABLE
AS $function$
  select v.record_id, v.version, r.number, v.sha256
  from (select d.record_id, d.record_version as version from task_documents d where d.task_id = task
        union
        select t.record_id, t.record_version
        from tasks t
        where t.id = task and not exists (select from task_documents d where d.task_id = task)) one
  join record_versions v on v.record_id = one.record_id and v.version = one.version
  join records r on r.id = v.record_id
$function$
;

CREATE OR REPLACE FUNCTION public.withdraw_from_uncleared()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from task_candidates c
  using people p
  where c.instance_id = new.id
    and c.task_id in (select t.id from tasks t where t.instance_id = new.id and t.state = 'open')
    and p.id = c.person_id
    and p.clearance < new.level;
  return null;
end $function$
;

CREATE TRIGGER calendar_days_change_directory AFTER INSERT OR DELETE OR UPDATE ON public.calendar_days FOR EACH STATEMENT EXECUTE FUNCTION directory_changed();

CREATE TRIGGER copies_again BEFORE INSERT ON public.copies FOR EACH ROW EXECUTE FUNCTION copy_again();

CREATE TRIGGER departments_change_directory AFTER INSERT OR DELETE OR UPDATE ON public.departments FOR EACH STATEMENT EXECUTE FUNCTION directory_changed();

CREATE TRIGGER instances_keep_message_waits BEFORE INSERT ON public.instances FOR EACH ROW WHEN (((POSITION(('"for":"message"'::text) IN (new.state)) > 0) OR (POSITION(('"for":"signal"'::text) IN (new.state)) > 0))) EXECUTE FUNCTION keep_message_waits();

CREATE TRIGGER instances_renew_message_waits BEFORE UPDATE OF state ON public.instances FOR EACH ROW WHEN ((old.awaits_messages OR (POSITION(('"for":"message"'::text) IN (new.state)) > 0) OR (POSITION(('"for":"signal"'::text) IN (new.state)) > 0))) EXECUTE FUNCTION keep_message_waits();

CREATE TRIGGER instances_withdraw_from_uncleared AFTER UPDATE OF level ON public.instances FOR EACH ROW WHEN ((new.level > old.level)) EXECUTE FUNCTION withdraw_from_uncleared();

CREATE TRIGGER people_change_directory AFTER INSERT OR DELETE OR UPDATE OF username, name, clearance, disabled_at, department_id ON public.people FOR EACH STATEMENT EXECUTE FUNCTION directory_changed();

CREATE TRIGGER position_assignments_change_directory AFTER INSERT OR DELETE OR UPDATE ON public.position_assignments FOR EACH STATEMENT EXECUTE FUNCTION directory_changed();

CREATE TRIGGER positions_change_directory AFTER INSERT OR DELETE OR UPDATE ON public.positions FOR EACH STATEMENT EXECUTE FUNCTION directory_changed();

CREATE TRIGGER records_renew_search_ways AFTER UPDATE OF owner_id, department_id, is_shared ON public.records FOR EACH ROW WHEN ((((old.owner_id IS DISTINCT FROM new.owner_id) OR (old.department_id IS DISTINCT FROM new.department_id)) OR (old.is_shared IS DISTINCT FROM new.is_shared))) EXECUTE FUNCTION renew_search_ways();

CREATE TRIGGER substitutions_change_directory AFTER INSERT OR DELETE OR UPDATE ON public.substitutions FOR EACH STATEMENT EXECUTE FUNCTION directory_changed();

CREATE TRIGGER surveys_published_are_frozen BEFORE UPDATE ON public.surveys FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_survey();

alter table api_tokens enable row level security, force row level security;
create policy api_tokens_own on api_tokens as permissive for all to public
  using ((( SELECT current_is_system() AS current_is_system) OR (person_id = ( SELECT current_person() AS current_person))));

alter table attachments enable row level security, force row level security;
create policy attachments_delete on attachments as permissive for delete to public
  using ((( SELECT current_is_system() AS current_is_system) OR ((frozen_at IS NULL) AND (uploaded_by = ( SELECT current_person() AS current_person)))));
create policy attachments_insert on attachments as permissive for insert to public
  with check (( SELECT current_may_write() AS current_may_write));
create policy attachments_read on attachments as permissive for select to public
  using ((( SELECT current_is_system() AS current_is_system) OR ((EXISTS ( SELECT
   FROM records r
  WHERE (r.id = attachments.record_id))) AND ((frozen_at IS NOT NULL) OR (uploaded_by = ( SELECT current_person() AS current_person)) OR (EXISTS ( SELECT
   FROM record_drafts d
  WHERE (d.record_id = attachments.record_id))))) OR ((task_id IS NOT NULL) AND ((frozen_at IS NOT NULL) OR (uploaded_by = ( SELECT current_person() AS current_person))) AND sees_what_task_is_about(task_id))));
create policy attachments_update on attachments as permissive for update to public
  using (true);

alter table audit_log enable row level security, force row level security;
create policy audit_log_insert on audit_log as permissive for insert to public
  with check (( SELECT current_may_write() AS current_may_write));
create policy audit_log_read on audit_log as permissive for select to public
  using ((( SELECT current_is_system() AS current_is_system) OR (((subject_type = ANY (ARRAY['department'::text, 'position'::text, 'person'::text, 'assignment'::text])) OR (action = 'message.expired'::text)) AND ( SELECT current_is_process_admin() AS current_is_process_admin))));

alter table copies enable row level security;
create policy copies_read on copies as permissive for select to public
  using ((( SELECT current_is_system() AS current_is_system) OR (EXISTS ( SELECT
   FROM instances i
  WHERE (i.id = copies.instance_id)))));
create policy copies_update on copies as permissive for update to public
  using ((( SELECT current_is_system() AS current_is_system) OR (person_id = ( SELECT current_person() AS current_person))));

alter table credentials enable row level security, force row level security;
create policy credentials_own on credentials as permissive for all to public
  using ((( SELECT current_is_system() AS current_is_system) OR (person_id = ( SELECT current_person() AS current_person))));

alter table idempotency_keys enable row level security;
create policy idempotency_keys_own on idempotency_keys as permissive for all to public
  using ((( SELECT current_is_system() AS current_is_system) OR (person_id = ( SELECT current_person() AS current_person))));

alter table instances enable row level security;
create policy instances_read on instances as permissive for select to public
  using ((( SELECT current_is_system() AS current_is_system) OR ((level <= ( SELECT current_clearance() AS current_clearance)) AND ((starter_id = ( SELECT current_person() AS current_person)) OR ( SELECT current_sees_all() AS current_sees_all) OR (department_id = ANY (( SELECT current_departments() AS current_departments)::text[])) OR (EXISTS ( SELECT
   FROM instance_participants p
  WHERE ((p.instance_id = instances.id) AND (p.person_id = ( SELECT current_person() AS current_person)))))))));
create policy instances_read_by_administrators on instances as permissive for select to public
  using (((level <= ( SELECT current_clearance() AS current_clearance)) AND ( SELECT current_is_process_admin() AS current_is_process_admin)));
create policy instances_read_by_substitutes on instances as permissive for select to public
  using (((level <= ( SELECT current_clearance() AS current_clearance)) AND (id IN ( SELECT s.instance_id
   FROM substituted_tasks() s(task_id, instance_id, person_id)))));

alter table message_waits enable row level security;
create policy message_waits_system on message_waits as permissive for select to public
  using (( SELECT current_is_system() AS current_is_system));

alter table record_drafts enable row level security, force row level security;
create policy record_drafts_own on record_drafts as permissive for all to public
  using ((( SELECT current_is_system() AS current_is_system) OR (author_id = ( SELECT current_person() AS current_person)) OR holds_task_on(record_id)))
  with check (( SELECT current_may_write() AS current_may_write));

alter table record_links enable row level security, force row level security;
create policy record_links_insert on record_links as permissive for insert to public
  with check (( SELECT current_may_write() AS current_may_write));
create policy record_links_read on record_links as permissive for select to public
  using ((( SELECT current_is_system() AS current_is_system) OR ((EXISTS ( SELECT
   FROM records r
  WHERE (r.id = record_links.from_id))) AND (EXISTS ( SELECT
   FROM records r
  WHERE (r.id = record_links.to_id))))));

alter table record_versions enable row level security, force row level security;
create policy record_versions_insert on record_versions as permissive for insert to public
  with check (( SELECT current_may_write() AS current_may_write));
create policy record_versions_read on record_versions as permissive for select to public
  using ((( SELECT current_is_system() AS current_is_system) OR ((level <= ( SELECT current_clearance() AS current_clearance)) AND (EXISTS ( SELECT
   FROM records r
  WHERE (r.id = record_versions.record_id))))));

alter table records enable row level security, force row level security;
create policy records_insert on records as permissive for insert to public
  with check (( SELECT current_may_write() AS current_may_write));
create policy records_read on records as permissive for select to public
  using ((( SELECT current_is_system() AS current_is_system) OR ((level <= ( SELECT current_clearance() AS current_clearance)) AND ((owner_id = ( SELECT current_person() AS current_person)) OR ((version = 0) AND holds_task_on(id)) OR ((version > 0) AND (((NOT need_to_know) AND (is_shared OR ( SELECT current_sees_all() AS current_sees_all) OR (department_id = ANY (( SELECT current_departments() AS current_departments)::text[])))) OR (EXISTS ( SELECT
   FROM record_grants g
  WHERE ((g.record_id = records.id) AND (g.person_id = ( SELECT current_person() AS current_person)) AND ((g.valid_until IS NULL) OR (g.valid_until > now())))))))))));
create policy records_read_by_substitutes on records as permissive for select to public
  using (((level <= ( SELECT current_clearance() AS current_clearance)) AND (version > 0) AND (id IN ( SELECT substituted_records() AS substituted_records))));
create policy records_update on records as permissive for update to public
  using (true);

alter table sessions enable row level security, force row level security;
create policy sessions_own on sessions as permissive for all to public
  using ((( SELECT current_is_system() AS current_is_system) OR (person_id = ( SELECT current_person() AS current_person))));

alter table signatures enable row level security;
create policy signatures_read on signatures as permissive for select to public
  using ((( SELECT current_is_system() AS current_is_system) OR sees_what_task_is_about(task_id)));

alter table signed_versions enable row level security;
create policy signed_versions_read on signed_versions as permissive for select to public
  using ((( SELECT current_is_system() AS current_is_system) OR sees_what_task_is_about(task_id)));

alter table steps enable row level security;
create policy steps_read on steps as permissive for select to public
  using ((( SELECT current_is_system() AS current_is_system) OR (EXISTS ( SELECT
   FROM instances i
  WHERE (i.id = steps.instance_id)))));

alter table substitutions enable row level security;
create policy substitutions_insert on substitutions as permissive for insert to public
  with check (((person_id = ( SELECT current_person() AS current_person)) OR ( SELECT current_is_process_admin() AS current_is_process_admin)));
create policy substitutions_read on substitutions as permissive for select to public
  using ((( SELECT current_is_system() AS current_is_system) OR (person_id = ( SELECT current_person() AS current_person)) OR (substitute_id = ( SELECT current_person() AS current_person)) OR ( SELECT current_is_process_admin() AS current_is_process_admin)));
create policy substitutions_update on substitutions as permissive for update to public
  using (((person_id = ( SELECT current_person() AS current_person)) OR ( SELECT current_is_process_admin() AS current_is_process_admin)));

alter table survey_invitations enable row level security;
create policy survey_invitations_managed on survey_invitations as permissive for all to public
  using ((survey_id IN ( SELECT s.id
   FROM surveys s
  WHERE survey_is_managed(s.owner_id, s.department_id))));

alter table survey_responses enable row level security;
create policy survey_responses_read on survey_responses as permissive for select to public
  using (((( SELECT current_person() AS current_person) IS NOT NULL) AND ((collected_by = ( SELECT current_person() AS current_person)) OR (survey_id IN ( SELECT s.id
   FROM surveys s
  WHERE ((s.owner_id = ( SELECT current_person() AS current_person)) OR (s.record_id IS NULL) OR (EXISTS ( SELECT
           FROM records r
          WHERE (r.id = s.record_id)))))))));

alter table surveys enable row level security;
create policy surveys_delete on surveys as permissive for delete to public
  using (((status = 'draft'::text) AND survey_is_managed(owner_id, department_id)));
create policy surveys_insert on surveys as permissive for insert to public
  with check (((owner_id = ( SELECT current_person() AS current_person)) AND ((record_id IS NULL) OR (EXISTS ( SELECT
   FROM records r
  WHERE (r.id = surveys.record_id)))) AND ((instance_id IS NULL) OR (EXISTS ( SELECT
   FROM instances i
  WHERE (i.id = surveys.instance_id))))));
create policy surveys_read on surveys as permissive for select to public
  using (((( SELECT current_person() AS current_person) IS NOT NULL) AND (level <= ( SELECT current_clearance() AS current_clearance)) AND ((owner_id = ( SELECT current_person() AS current_person)) OR (EXISTS ( SELECT
   FROM records r
  WHERE (r.id = surveys.record_id))) OR (EXISTS ( SELECT
   FROM instances i
  WHERE (i.id = surveys.instance_id))) OR ((record_id IS NULL) AND (instance_id IS NULL) AND (( SELECT current_sees_all() AS current_sees_all) OR (department_id = ANY (( SELECT current_departments() AS current_departments)::text[])))))));
create policy surveys_update on surveys as permissive for update to public
  using (survey_is_managed(owner_id, department_id));

alter table task_candidates enable row level security;
create policy task_candidates_read on task_candidates as permissive for select to public
  using ((( SELECT current_is_system() AS current_is_system) OR (EXISTS ( SELECT
   FROM instances i
  WHERE (i.id = task_candidates.instance_id)))));

alter table task_documents enable row level security;
create policy task_documents_read on task_documents as permissive for select to public
  using ((( SELECT current_is_system() AS current_is_system) OR (EXISTS ( SELECT
   FROM tasks t
  WHERE (t.id = task_documents.task_id)))));

alter table tasks enable row level security;
create policy tasks_read on tasks as permissive for select to public
  using ((( SELECT current_is_system() AS current_is_system) OR (EXISTS ( SELECT
   FROM instances i
  WHERE (i.id = tasks.instance_id)))));

grant delete, insert, select, update on api_tokens to canmou_app;
grant delete, insert, select, update on attachments to canmou_app;
grant insert, select on audit_log to canmou_app;
grant usage on audit_log_id_seq to canmou_app;
grant delete, insert, select, update on calendar_days to canmou_app;
grant select on copies to canmou_app;
grant update on copies (read_at) to canmou_app;
grant delete, insert, select, update on credentials to canmou_app;
grant insert, select, update on departments to canmou_app;
grant select on directory_version to canmou_app;
grant execute on function act_as(actor uuid) to canmou_app;
grant execute on function act_as_system() to canmou_app;
grant execute on function answer_survey(token bytea, seen_hash bytea, response uuid, given jsonb, key text, at timestamp with time zone) to canmou_app;
grant execute on function apply_steps(count integer, keys json, claimed json, numbers json, starts json, moves json, states text, entries text, commands text, closed json, tasks json, candidates json, participants json, grants json, rest jsonb) to canmou_app;
grant execute on function authenticate(session_hash bytea, bearer_hash bytea, today date) to canmou_app;
grant execute on function count_tasks_only_with(people uuid[], of_position text) to canmou_app;
grant execute on function current_clearance() to canmou_app;
grant execute on function current_departments() to canmou_app;
grant execute on function current_is_process_admin() to canmou_app;
grant execute on function current_is_system() to canmou_app;
grant execute on function current_may_write() to canmou_app;
grant execute on function current_person() to canmou_app;
grant execute on function current_sees_all() to canmou_app;
grant execute on function directory_changed() to canmou_app;
grant execute on function end_access(of_person uuid) to canmou_app;
grant execute on function hash_key(key jsonb) to canmou_app;
grant execute on function holds_task_on(record uuid) to canmou_app;
grant execute on function is_away(person uuid, period_from timestamp with time zone, period_to timestamp with time zone) to canmou_app;
grant execute on function message_lock() to canmou_app;
grant execute on function next_number(prefix text, at timestamp with time zone) to canmou_app;
grant execute on function park_message(job bigint, claimed_until timestamp with time zone, until timestamp with time zone) to canmou_app;
grant execute on function publish_survey(survey uuid, saved_revision integer, hash bytea, at timestamp with time zone) to canmou_app;
grant execute on function records_in_anothers_place() to canmou_app;
grant execute on function refuse_change_of_published_survey() to public;
grant execute on function refuse_others_than_process_admin() to canmou_app;
grant execute on function renew_search_ways() to canmou_app;
grant execute on function replay_commands(instance uuid) to canmou_app;
grant execute on function search_records(wanted text[], ranges jsonb, wanted_status text, before uuid, most integer) to public;
grant execute on function search_records(wanted text[], ranges jsonb, wanted_status text, before uuid, most integer) to canmou_app;
grant execute on function search_ways(r records) to canmou_app;
grant execute on function sees_what_task_is_about(task uuid) to public;
grant execute on function sees_what_task_is_about(task uuid) to canmou_app;
grant execute on function set_password(of_person uuid, new_hash text) to canmou_app;
grant execute on function set_search_terms(record uuid, new_terms text[]) to canmou_app;
grant execute on function substituted_records() to canmou_app;
grant execute on function substituted_tasks() to canmou_app;
grant execute on function survey_behind(token bytea, at timestamp with time zone) to canmou_app;
grant execute on function survey_is_managed(owner_id uuid, department_id text) to public;
grant execute on function survey_state(survey surveys, at timestamp with time zone) to public;
grant execute on function survey_token(subject uuid, number integer) to canmou_app;
grant execute on function survey_token_hash(subject uuid, number integer) to public;
grant execute on function tasks_before_me() to canmou_app;
grant execute on function type_in_answers(survey uuid, response uuid, given jsonb, customer uuid, respondent text, key text, at timestamp with time zone) to canmou_app;
grant delete, insert, select, update on idempotency_keys to canmou_app;
grant delete, insert, select, update on instance_links to canmou_app;
grant select on instance_participants to canmou_app;
grant select on instances to canmou_app;
grant delete, insert, select, update on jobs to canmou_app;
grant usage on jobs_id_seq to canmou_app;
grant select on message_waits to canmou_app;
grant delete, insert, select, update on number_sequences to canmou_app;
grant insert, select, update on people to canmou_app;
grant insert, select, update on position_assignments to canmou_app;
grant insert, select, update on positions to canmou_app;
grant delete, insert, select, update on process_versions to canmou_app;
grant delete, insert, select, update on processes to canmou_app;
grant delete, insert, select, update on record_drafts to canmou_app;
grant delete, insert, select, update on record_grants to canmou_app;
grant insert, select, update on record_links to canmou_app;
grant insert, select on record_versions to canmou_app;
grant insert, select, update on records to canmou_app;
grant delete, insert, select, update on sessions to canmou_app;
grant select on signatures to canmou_app;
grant select on signed_versions to canmou_app;
grant select on steps (at) to canmou_app;
grant select on steps (entries) to canmou_app;
grant select on steps (instance_id) to canmou_app;
grant select on steps (person_id) to canmou_app;
grant select on steps (task_id) to canmou_app;
grant select on steps (version) to canmou_app;
grant insert, select, update on substitutions to canmou_app;
grant delete, select on survey_invitations to canmou_app;
grant insert on survey_invitations (created_at) to canmou_app;
grant insert on survey_invitations (created_by) to canmou_app;
grant insert on survey_invitations (customer_id) to canmou_app;
grant insert on survey_invitations (id) to canmou_app;
grant insert on survey_invitations (label) to canmou_app;
grant insert on survey_invitations (survey_id) to canmou_app;
grant insert on survey_invitations (token_hash) to canmou_app;
grant select on survey_responses to canmou_app;
grant delete, insert, select on surveys to canmou_app;
grant update on surveys (closed_at) to canmou_app;
grant update on surveys (closes_at) to canmou_app;
grant update on surveys (definition) to canmou_app;
grant update on surveys (invitation_count) to canmou_app;
grant update on surveys (open_link_no) to canmou_app;
grant update on surveys (open_token_hash) to canmou_app;
grant update on surveys (quota) to canmou_app;
grant update on surveys (revision) to canmou_app;
grant update on surveys (status) to canmou_app;
grant update on surveys (title) to canmou_app;
grant update on surveys (updated_at) to canmou_app;
grant select on task_candidates to canmou_app;
grant select on task_documents to canmou_app;
grant select on tasks to canmou_app;
