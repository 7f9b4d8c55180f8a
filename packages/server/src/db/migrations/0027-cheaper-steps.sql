-- ── What every step pays ──────────────────────────────────────────────────────────────────────────────────────────────
-- Whether a state waits for messages is asked in the words of `state_awaits_messages` (0012), not by its name: what a
-- trigger asks is read anew for each statement, and taking a function apart cost more than searching the state.
drop trigger instances_keep_message_waits on instances;
create trigger instances_keep_message_waits
  before insert on instances
  for each row when (position('"for":"message"' in new.state) > 0 or position('"for":"signal"' in new.state) > 0)
  execute function keep_message_waits();
drop trigger instances_renew_message_waits on instances;
create trigger instances_renew_message_waits
  before update of state on instances
  for each row when (old.awaits_messages
                     or position('"for":"message"' in new.state) > 0
                     or position('"for":"signal"' in new.state) > 0)
  execute function keep_message_waits();
