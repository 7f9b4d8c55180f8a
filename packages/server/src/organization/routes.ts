import {
  Department,
  Id,
  Level,
  OpenTasks,
  Organization,
  OrganizationChange,
  OrganizationId,
  pageOf,
  PersonDetail,
  PersonOption,
  Position,
  PositionDetail,
  StepHolders,
  Time,
} from '@canmou/contract'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Work } from '../work/work.ts'
import { registerOrganizationChanges } from './change-routes.ts'
import { listChanges } from './changes.ts'
import { describePerson, describePosition } from './details.ts'
import { listDepartments, listPeople, listPositions } from './lists.ts'
import { openTasksOfPerson, openTasksOfPosition } from './open-tasks.ts'
import { describeOrganization } from './overview.ts'
import { explainStep } from './step-holders.ts'

const paging = {
  cursor: Type.Optional(Type.String({ maxLength: 1000 })),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
}

/** Who there is and who holds what (domain.md §2); everybody signed in may know, the 流程管理员 edits it. */
export function registerOrganization(instance: FastifyInstance, work: Work): void {
  registerChoosers(instance, work)
  registerPages(instance, work)
  registerOrganizationChanges(instance, work)
}

/** What forms offer to choose from. */
function registerChoosers(instance: FastifyInstance, { database, now }: Work): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const config = { permission: 'signedIn' } as const
  const tags = ['organization']

  app.get(
    '/api/people',
    {
      config,
      schema: {
        tags,
        summary: 'People to choose from',
        querystring: Type.Object({
          q: Type.Optional(Type.String({ maxLength: 100 })),
          position: Type.Optional(Type.String({ maxLength: 64 })),
          department: Type.Optional(Type.String({ maxLength: 64 })),
          includeDisabled: Type.Optional(Type.Boolean()),
          ...paging,
        }),
        response: { 200: pageOf(PersonOption) },
      },
    },
    ({ actor, query }) => listPeople(database, actor, { ...query, q: query.q?.trim() }, now()),
  )
  app.get(
    '/api/positions',
    {
      config,
      schema: { tags, summary: 'Positions and who holds them', response: { 200: pageOf(Position) } },
    },
    async ({ actor }) => ({ items: await listPositions(database, actor, now()) }),
  )
  app.get(
    '/api/departments',
    { config, schema: { tags, summary: 'Departments', response: { 200: pageOf(Department) } } },
    async ({ actor }) => ({ items: await listDepartments(database, actor) }),
  )
}

/** What the pages of the organisation show. */
function registerPages(instance: FastifyInstance, work: Work): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const config = { permission: 'signedIn' } as const
  const tags = ['organization']
  const person = { tags, params: Type.Object({ id: Id }) }
  const position = { tags, params: Type.Object({ id: OrganizationId }) }
  const { database, now } = work

  app.get(
    '/api/organization',
    {
      config,
      schema: { tags, summary: 'Departments, positions and holders', response: { 200: Organization } },
    },
    ({ actor }) => describeOrganization(database, actor, now()),
  )
  app.get(
    '/api/organization/people/:id',
    { config, schema: { ...person, summary: 'A person', response: { 200: PersonDetail } } },
    ({ actor, params: { id } }) => describePerson(database, actor, id, now()),
  )
  app.get(
    '/api/organization/people/:id/open-tasks',
    {
      config,
      schema: { ...person, summary: 'Open tasks that only this person has', response: { 200: OpenTasks } },
    },
    ({ actor, params: { id } }) => openTasksOfPerson(work, actor, id),
  )
  app.get(
    '/api/organization/positions/:id',
    { config, schema: { ...position, summary: 'A position', response: { 200: PositionDetail } } },
    ({ actor, params: { id } }) => describePosition(database, actor, id, now()),
  )
  app.get(
    '/api/organization/positions/:id/open-tasks',
    {
      config,
      schema: {
        ...position,
        summary: 'Open tasks of the position that one holder alone has',
        response: { 200: OpenTasks },
      },
    },
    ({ actor, params: { id } }) => openTasksOfPosition(work, actor, id),
  )
  app.get(
    '/api/organization/changes',
    {
      config: { permission: 'processAdmin' },
      schema: {
        tags,
        summary: 'The log of changes, the newest first',
        querystring: Type.Object(paging),
        response: { 200: pageOf(OrganizationChange) },
      },
    },
    ({ actor, query }) => listChanges(work, actor, query),
  )
  app.get(
    '/api/processes/:id/steps/:elementId/holders',
    {
      config,
      schema: {
        tags,
        summary: 'Who would get this step, and why',
        params: Type.Object({
          id: Type.String({ maxLength: 32 }),
          elementId: Type.String({ maxLength: 200 }),
        }),
        querystring: Type.Object({ at: Type.Optional(Time), level: Type.Optional(Level) }),
        response: { 200: StepHolders },
      },
    },
    ({ actor, params: { id, elementId }, query: { at, level = 'internal' } }) =>
      explainStep(work, actor, { processId: id, elementId, at: at ? new Date(at) : now(), level }),
  )
}
