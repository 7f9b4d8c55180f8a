import type { Locale, ProcessDetail, ProcessSummary } from '@canmou/contract'
import type { Who } from '@canmou/engine'
import type { Catalogue, ProcessDefinition } from '../catalogue/catalogue.ts'
import type { Database } from '../db/database.ts'
import { isProcessAdmin, type Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { defaultValues } from '../records/default-values.ts'
import { elementName, namesIn, type Definition, type Definitions } from './definitions.ts'
import { presentRoute } from './start-route.ts'
import { assignmentOf } from './step-assignment.ts'
import { stepRules } from './step-rules.ts'

type SummaryRow = Omit<ProcessSummary, 'startable' | 'effectiveAt' | 'startRoute'> & {
  route: ProcessDefinition['startRoute'] | null
  versionId: string
  effectiveAt: string | null
  starterPositions: string[]
  starts: string[]
}

// The version in effect or, before there is one, the newest draft: a draft is shown, not started (GOV-2).
const shownVersions = `
  select distinct on (p.id)
         p.id, p.name ->> $1 as name, p.description ->> $1 as description, p.department_id as "departmentId",
         d.name ->> $1 as "departmentName", v.version, v.id as "versionId", v.effective_at as "effectiveAt", p.sort,
         case when v.status = 'inEffect' then 'inEffect' else 'draft' end as status,
         p.record_kinds as "recordKinds", p.starter_positions as "starterPositions",
         v.definition ? 'startForm' as "hasStartForm", v.definition -> 'startRoute' as route,
         array(select jsonb_array_elements_text(v.definition -> 'starts')) as starts
  from processes p
  join departments d on d.id = p.department_id
  join process_versions v on v.process_id = p.id and v.status in ('draft', 'inReview', 'inEffect')
  where $2::text is null or p.id = $2
  order by p.id, v.status = 'inEffect' desc, v.version desc`

export async function listProcesses(
  { database, catalogue }: { database: Database; catalogue: Catalogue },
  actor: Actor,
): Promise<ProcessSummary[]> {
  const rows = await database.query<SummaryRow>(
    actor.id,
    `select * from (${shownVersions}) shown order by sort, id`,
    [actor.locale, null],
  )
  return rows.map((row) => summaryOf(row, actor, catalogue))
}

/** Fails with PROCESS_UNKNOWN. */
export async function describeProcess(
  { database, catalogue }: { database: Database; catalogue: Catalogue },
  definitions: Definitions,
  actor: Actor,
  processId: string,
): Promise<ProcessDetail> {
  const row = await shownVersion(database, actor, processId)
  const definition = await definitions.get(row.versionId)
  const settings = Object.fromEntries(
    definition.definition.settings.map((setting) => [setting.id, setting.default]),
  ) as ProcessDetail['settings']
  const form = catalogue.kinds.get(definition.definition.startForm ?? '')
  const startForm = form && {
    kind: form.code,
    data: defaultValues(form, { ...settings, actor: actor.username }),
  }
  return {
    ...summaryOf(row, actor, catalogue),
    xml: definition.xml,
    names: namesIn(definition, actor.locale),
    settings,
    mayChange: isProcessAdmin(actor),
    ...(startForm && { startForm }),
    steps: stepsOf(definition, catalogue, await positionNames(database, actor), actor.locale),
  }
}

/**
 * What the drawing's positions are called. A candidate group is a position, a group of them, or a department, which stands
 * for whoever manages it (catalogue/README.md, "Organisation").
 */
async function positionNames(database: Database, actor: Actor): Promise<ReadonlyMap<string, string>> {
  const rows = await database.query<{ id: string; name: string }>(
    actor.id,
    `select id, name ->> $1 as name from positions
     union all
     select d.id, p.name ->> $1 from departments d join positions p on p.id = d.manager_position_id`,
    [actor.locale],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The version whose drawing a process's page shows. Fails with PROCESS_UNKNOWN. */
export async function shownDefinition(
  database: Database,
  definitions: Definitions,
  actor: Actor,
  processId: string,
): Promise<Definition> {
  return definitions.get((await shownVersion(database, actor, processId)).versionId)
}

async function shownVersion(database: Database, actor: Actor, processId: string): Promise<SummaryRow> {
  const [row] = await database.query<SummaryRow>(actor.id, shownVersions, [actor.locale, processId])
  if (!row) throw new Failure('PROCESS_UNKNOWN', { process: processId })
  return row
}

function summaryOf(row: SummaryRow, actor: Actor, catalogue: Catalogue): ProcessSummary {
  const { versionId: _, starterPositions, starts, effectiveAt, route, ...summary } = row
  return {
    ...summary,
    ...(route && { startRoute: presentRoute(route, catalogue, actor.locale) }),
    ...(effectiveAt !== null && { effectiveAt }),
    startable:
      row.status === 'inEffect' &&
      starts.includes('manual') &&
      starterPositions.some((position) => actor.positions.includes(position)),
  }
}

/** The human steps in the drawing's order, with the positions that take them, their rules, and where the handbook says so. */
function stepsOf(
  definition: Definition,
  catalogue: Catalogue,
  positions: ReadonlyMap<string, string>,
  locale: Locale,
): ProcessDetail['steps'] {
  const positionName = (id: string): string => positions.get(id) ?? id
  const nameOf = ({ user, position = '' }: Who): string => user ?? positionName(position)
  return [...definition.process.elements.values()]
    .filter(({ type }) => type === 'userTask' || type === 'manualTask')
    .map((element) => ({
      elementId: element.id,
      name: elementName(definition, element.id, locale),
      positions: assignmentOf(definition.definition, element).groups.map(positionName),
      ...(element.formId?.isLiteral && { formKind: element.formId.text }),
      origin: element.canmou.origin ?? 'proposed',
      rules: stepRules(definition, catalogue, element, nameOf, locale),
    }))
}
