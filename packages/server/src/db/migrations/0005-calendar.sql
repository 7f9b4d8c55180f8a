-- 工作日历: days that this company works, or does not, otherwise than the public arrangement says (domain.md §8 A6).

create table calendar_days (
  day date primary key,
  kind text not null,
  note text not null default '',
  changed_by uuid not null references people,
  changed_at timestamptz not null default now(),
  constraint calendar_days_kind_known check (kind in ('workday', 'holiday')),
  constraint calendar_days_note_short check (length(note) <= 200)
);

grant select, insert, update, delete on calendar_days to canmou_app;
