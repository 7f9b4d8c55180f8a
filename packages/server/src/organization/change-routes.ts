import {
  AssignmentChange,
  AssignmentDraft,
  DepartmentChange,
  DepartmentDraft,
  Id,
  InitialPassword,
  Made,
  OrganizationId,
  PersonChange,
  PersonDraft,
  PositionChange,
  PositionDraft,
} from '@canmou/contract'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { sessionCookie } from '../identity/authentication.ts'
import type { Work } from '../work/work.ts'
import { changeAssignment, createAssignment } from './assignments.ts'
import { changeDepartment, createDepartment } from './departments.ts'
import { changePerson, createPerson, resetPassword } from './people.ts'
import { changePosition, createPosition } from './positions.ts'

const config = { permission: 'processAdmin' } as const
const tags = ['organization']
const done = { 204: Type.Null() }

/** The organisation edited by the 流程管理员 (domain.md §3 GOV-3). */
export function registerOrganizationChanges(instance: FastifyInstance, work: Work): void {
  registerUnits(instance, work)
  registerPeople(instance, work)
}

function registerUnits(instance: FastifyInstance, work: Work): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const params = Type.Object({ id: OrganizationId })

  app.post(
    '/api/organization/departments',
    {
      config,
      schema: { tags, summary: 'Make a department', body: DepartmentDraft, response: { 201: Made } },
    },
    async ({ actor, body }, reply) => reply.code(201).send({ id: await createDepartment(work, actor, body) }),
  )
  app.patch(
    '/api/organization/departments/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Rename, move or end a department, or change its manager',
        params,
        body: DepartmentChange,
        response: done,
      },
    },
    async ({ actor, params: { id }, body }, reply) => {
      await changeDepartment(work, actor, id, body)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/organization/positions',
    { config, schema: { tags, summary: 'Make a position', body: PositionDraft, response: { 201: Made } } },
    async ({ actor, body }, reply) => reply.code(201).send({ id: await createPosition(work, actor, body) }),
  )
  app.patch(
    '/api/organization/positions/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Rename, move or end a position, or change the members of a group',
        params,
        body: PositionChange,
        response: done,
      },
    },
    async ({ actor, params: { id }, body }, reply) => {
      await changePosition(work, actor, id, body)
      return reply.code(204).send(null)
    },
  )
}

function registerPeople(instance: FastifyInstance, work: Work): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const params = Type.Object({ id: Id })

  app.post(
    '/api/organization/people',
    {
      config,
      schema: {
        tags,
        summary: 'Take somebody in; the password is told once',
        body: PersonDraft,
        response: { 201: InitialPassword },
      },
    },
    async ({ actor, body }, reply) => reply.code(201).send(await createPerson(work, actor, body)),
  )
  app.patch(
    '/api/organization/people/:id',
    {
      config,
      schema: { tags, summary: 'Change a person', params, body: PersonChange, response: done },
    },
    async ({ actor, params: { id }, body }, reply) => {
      await changePerson(work, actor, id, body)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/organization/people/:id/password',
    {
      config,
      schema: {
        tags,
        summary: 'Give a new password, told once',
        params,
        response: { 200: InitialPassword },
      },
    },
    ({ actor, params: { id }, cookies }) => resetPassword(work, actor, id, cookies[sessionCookie]),
  )
  app.post(
    '/api/organization/assignments',
    {
      config,
      schema: {
        tags,
        summary: 'Appoint somebody to a position',
        body: AssignmentDraft,
        response: { 201: Made },
      },
    },
    async ({ actor, body }, reply) => reply.code(201).send({ id: await createAssignment(work, actor, body) }),
  )
  app.patch(
    '/api/organization/assignments/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Move the days of an assignment, or withdraw it',
        params,
        body: AssignmentChange,
        response: done,
      },
    },
    async ({ actor, params: { id }, body }, reply) => {
      await changeAssignment(work, actor, id, body)
      return reply.code(204).send(null)
    },
  )
}
