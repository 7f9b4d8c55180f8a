-- Closing a task sets `completed_at`. While that stood in an index, every closing made new entries in all indexes of the table
-- instead of staying on its page (heap-only tuples). What others did on somebody's behalf is little, and sorted when read.
drop index tasks_done_on_behalf;
create index tasks_done_on_behalf on tasks (on_behalf_of) where on_behalf_of is not null;
