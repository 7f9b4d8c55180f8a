-- Messages and signals that reach running instances (BPMN 2.0.2 §13.5.1, as Zeebe delivers them), and whom a raised level
-- shuts out.

-- ── What waits ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- What the engine's state waits for, kept in the very statement that writes the state, so the two never differ. Only a
-- message with a correlation key finds its instance from outside; one without is for whoever knows the instance.

create table message_waits (
  instance_id uuid not null,
  kind text not null,
  name text not null,
  -- MD5 of the correlation key as jsonb writes it; empty for a signal. A key may be longer than an index takes.
  key_hash text not null,
  since timestamptz not null,
  constraint message_waits_pkey primary key (kind, name, key_hash, instance_id),
  constraint message_waits_kind_known check (kind in ('message', 'signal'))
);
create index message_waits_by_instance on message_waits (instance_id);

-- Most steps wait for no message: they cost two searches in the state and nothing else.
alter table instances add column awaits_messages boolean not null default false;

create function state_awaits_messages(state text) returns boolean
  language sql immutable parallel safe
  return position('"for":"message"' in state) > 0 or position('"for":"signal"' in state) > 0;

create function hash_key(key jsonb) returns text
  language sql immutable parallel safe
  return md5(key::text);

-- Whoever begins to wait and whoever puts a message aside must not miss each other: the one holds this lock shared until the
-- wait is there for all to see, the other holds it alone while he looks once more.
create function message_lock() returns bigint
  language sql immutable parallel safe
  return 7100002;

create function keep_message_waits() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;

create trigger instances_keep_message_waits
  before insert on instances
  for each row when (state_awaits_messages(new.state))
  execute function keep_message_waits();
create trigger instances_renew_message_waits
  before update of state on instances
  for each row when (old.awaits_messages or state_awaits_messages(new.state))
  execute function keep_message_waits();

-- Buffered messages are jobs that wait for their time to run out.
create index jobs_messages on jobs ((payload ->> 'name'), hash_key(payload -> 'correlationKey'), id)
where kind = 'deliverMessage';

-- Puts a claimed message aside until `until`, unless something that it fits has begun to wait. Whether it was.
create function park_message(job bigint, claimed_until timestamptz, until timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;

alter table message_waits enable row level security;
create policy message_waits_system on message_waits for select using ((select current_is_system()));

-- Instances that run already.
update instances set state = state where status = 'running' and state_awaits_messages(state);

-- ── A level that rises ─────────────────────────────────────────────────────────────────────────────────────────────────
-- Whoever is not cleared for an instance any more is not asked any more, in the statement that raises its level. Before whom
-- a task is put that this leaves to nobody, the server decides in the same step (work/raised-level.ts).
create function withdraw_from_uncleared() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from task_candidates c
  using people p
  where c.instance_id = new.id
    and c.task_id in (select t.id from tasks t where t.instance_id = new.id and t.state = 'open')
    and p.id = c.person_id
    and p.clearance < new.level;
  return null;
end $$;

create trigger instances_withdraw_from_uncleared
  after update of level on instances
  for each row when (new.level > old.level)
  execute function withdraw_from_uncleared();

-- ── Rights of the server's role ────────────────────────────────────────────────────────────────────────────────────────

revoke execute on function keep_message_waits, withdraw_from_uncleared, park_message, hash_key, message_lock, state_awaits_messages
  from public;
grant select on message_waits to canmou_app;
grant execute on function park_message, hash_key, message_lock to canmou_app;
