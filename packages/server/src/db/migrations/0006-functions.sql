-- The functions page counts what runs of each process; ended instances are not read for it.
create index instances_running on instances (process_id) where status = 'running';
