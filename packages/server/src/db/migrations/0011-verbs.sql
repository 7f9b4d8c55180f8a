-- ── Who looks after processes sees every run ───────────────────────────────────────────────────────────────────────────
-- 跳转, 终止 and 离职转办 are the 流程管理员's in every instance (packages/engine/src/verbs/verbs.ts), and nobody can put right what he
-- cannot open. He sees the run up to his clearance: its steps, who holds them, what was said. The documents in it stay with
-- those they are for (records_read).
create policy instances_read_by_administrators on instances for select
  using (level <= (select current_clearance()) and (select current_is_process_admin()));

-- ── 抄送 once more is unread once more ─────────────────────────────────────────────────────────────────────────────────
-- A person has one row for an instance; whoever mentions him again, or copies him in again, wants it read again.
create function copy_again() returns trigger
  language plpgsql as $$
begin
  update copies
  set copied_by = new.copied_by, created_at = new.created_at, read_at = null
  where instance_id = new.instance_id and person_id = new.person_id;
  if found then
    return null;
  end if;
  return new;
end $$;
create trigger copies_again before insert on copies for each row execute function copy_again();

revoke execute on function copy_again from public;
