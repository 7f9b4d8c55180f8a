-- ── 办理时限 ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- A step may have a time limit in working time (docs/decisions/0014-time-limits.md). `due_at` says until when; what happens
-- then is kept with the task, so that everybody who sees it can be told before it does. The clocks themselves are timers of
-- the instance like any other.

-- {then: nothing | escalate | pass | refuse, to: {user, position}}; null where there is no limit.
alter table tasks add column on_limit jsonb;

-- `apply_steps` writes it: its whole text stands in 0018.
