-- What the connector `postgrest` writes to. PostgreSQL 15 or newer; for Supabase in its SQL editor.
-- One row for each event. Its id is the key, so what comes again is there already.

create table bluepencil_events (
  id text primary key,
  type text not null,
  record_id uuid not null,
  revision integer not null check (revision > 0),
  occurred_at timestamptz not null,
  reviewer_id text,
  reviewer_role text,
  answer_id text,
  site text,
  provider text,
  model text,
  rating smallint,
  decision text,
  categories text[] not null default '{}',
  event jsonb not null,
  received_at timestamptz not null default now(),
  unique (record_id, revision)
);

create index on bluepencil_events (occurred_at);
create index on bluepencil_events (reviewer_id, occurred_at);
create index on bluepencil_events (answer_id);

-- What holds now: the newest revision of each review and each preference that was neither withdrawn nor erased.
create view bluepencil_now with (security_invoker = true) as
select * from (
  select distinct on (record_id) * from bluepencil_events order by record_id, revision desc
) newest
where type in ('review.final', 'preference.saved');

-- A person erased it: all that came before goes. It runs with the owner's rights, so that the writer needs none to delete.
create function bluepencil_forget() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from bluepencil_events where record_id = new.record_id and revision < new.revision;
  return null;
end
$$;

create trigger bluepencil_forget after insert on bluepencil_events
for each row when (new.type like '%.erased') execute function bluepencil_forget();

-- The rights of whoever sends: to insert, and to read which ids are there. Reading reviews takes another role.
create role bluepencil_writer nologin;
grant insert on bluepencil_events to bluepencil_writer;
grant select (id) on bluepencil_events to bluepencil_writer;
alter table bluepencil_events enable row level security;
create policy bluepencil_write on bluepencil_events for insert to bluepencil_writer with check (true);
create policy bluepencil_ids on bluepencil_events for select to bluepencil_writer using (true);
