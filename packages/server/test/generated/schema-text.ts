import pg from 'pg'

/**
 * The tables, policies, functions and rights of a migrated database as SQL, for a person to read and for a comparison. It
 * is read from the catalogue, ordered by name, so the same migrations always give the same text.
 */
export async function schemaText(adminUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const parts: string[] = []
    for (const statement of [enums, tables, indexes, functions, triggers, policies, rights]) {
      const { rows } = await client.query<{ text: string }>(statement)
      parts.push(...rows.map(({ text }) => text.trimEnd()))
    }
    return `${heading}\n\n${parts.join('\n\n')}\n`
  } finally {
    await client.end()
  }
}

const heading = '-- The result of the migrations, written by `npm run generate`. Not run by anything.'

const enums = `
  select format('create type %I as enum (%s);', t.typname,
                string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)) as text
  from pg_type t
  join pg_enum e on e.enumtypid = t.oid
  where t.typnamespace = 'public'::regnamespace
  group by t.typname
  order by t.typname collate "C"`

const tables = `
  with lines as (
    select c.oid, a.attnum::integer as place, '' as name,
           concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
                     case when a.attidentity <> '' then 'generated always as identity' end,
                     'default ' || pg_get_expr(d.adbin, d.adrelid),
                     case when a.attnotnull then 'not null' end) as line
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    union all
    select c.conrelid, 10000, c.conname, format('constraint %I %s', c.conname, pg_get_constraintdef(c.oid))
    from pg_constraint c
    where c.connamespace = 'public'::regnamespace and c.conrelid <> 0 and c.contype not in ('n', 't')
  )
  select format(E'create table %I (\\n  %s\\n)%s;', t.relname,
                string_agg(l.line, E',\\n  ' order by l.place, l.name collate "C"),
                ' with (' || array_to_string(t.reloptions, ', ') || ')') as text
  from lines l
  join pg_class t on t.oid = l.oid
  group by t.oid, t.relname, t.reloptions
  order by t.relname collate "C"`

const indexes = `
  select string_agg(pg_get_indexdef(i.indexrelid) || ';', E'\\n' order by c.relname collate "C") as text
  from pg_index i
  join pg_class c on c.oid = i.indexrelid
  join pg_class t on t.oid = i.indrelid
  where c.relnamespace = 'public'::regnamespace
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
  group by t.relname
  order by t.relname collate "C"`

const functions = `
  select pg_get_functiondef(p.oid) || ';' as text
  from pg_proc p
  where p.pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  order by p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"`

const triggers = `
  select pg_get_triggerdef(t.oid) || ';' as text
  from pg_trigger t
  join pg_class c on c.oid = t.tgrelid
  where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
  order by c.relname collate "C", t.tgname collate "C"`

const policies = `
  select concat_ws(E'\\n',
           format('alter table %I enable row level security%s;', c.relname,
                  case when c.relforcerowsecurity then ', force row level security' else '' end),
           (select string_agg(concat(format('create policy %I on %I as %s for %s to %s', p.policyname, p.tablename,
                                            lower(p.permissive), lower(p.cmd), array_to_string(p.roles, ', ')),
                                     E'\\n  using (' || p.qual || ')',
                                     E'\\n  with check (' || p.with_check || ')', ';'),
                              E'\\n' order by p.policyname collate "C")
            from pg_policies p
            where p.schemaname = 'public' and p.tablename = c.relname)) as text
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relrowsecurity
  order by c.relname collate "C"`

/** Of the server's own role and of everybody; what the owner may do goes without saying. */
const rights = `
  with granted as (
    select c.relname::text as what, a.*
    from pg_class c, aclexplode(c.relacl) a
    where c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner
    union all
    select format('%I (%I)', c.relname, t.attname), a.*
    from pg_class c
    join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
    where c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner
    union all
    select format('function %I(%s)', p.proname, pg_get_function_identity_arguments(p.oid)), a.*
    from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
    where p.pronamespace = 'public'::regnamespace and a.grantee <> p.proowner
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  ), lines as (
    select what, grantee,
           format('grant %s on %s to %s;', string_agg(lower(privilege_type), ', ' order by privilege_type collate "C"),
                  what, case grantee when 0 then 'public' else grantee::regrole::text end) as line
    from granted
    group by what, grantee
  )
  select string_agg(line, E'\\n' order by what collate "C", grantee) as text from lines`
