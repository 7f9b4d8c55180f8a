import { Expected, ExpectedAfter, ExpectedStart, TaskAction } from '@canmou/contract'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { describeExpected, describeExpectedStart } from './expected-steps.ts'
import { foreseeTask } from './foresee-task.ts'
import type { Work } from './work.ts'

/** 预计: who will be asked next, of a running instance, and of what is about to be started or done. */
export function registerExpected(instance: FastifyInstance, work: Work): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const tags = ['work']

  app.get(
    '/api/instances/:id/expected',
    {
      config: { permission: 'signedIn' },
      schema: {
        tags,
        summary: 'Who will be asked next, in which order and why, and how long each will have',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        response: { 200: Expected },
      },
    },
    async ({ actor, params: { id } }) => ({ steps: await describeExpected(work, actor, id) }),
  )
  app.post(
    '/api/processes/:id/expected',
    {
      config: { permission: 'starter' },
      schema: {
        tags,
        summary:
          'The same before a process is started, by what its start form has so far; nothing is written',
        params: Type.Object({ id: Type.String({ maxLength: 32 }) }),
        body: ExpectedStart,
        response: { 200: Expected },
      },
    },
    async ({ actor, params: { id }, body }) => ({
      steps: await describeExpectedStart(work, actor, id, body.data),
    }),
  )
  app.post(
    '/api/tasks/:id/:verb/expected',
    {
      config: { permission: 'taskHolder' },
      schema: {
        tags,
        summary: 'The same after a task is done, by what is on its form now; nothing is written',
        params: Type.Object({
          id: Type.String({ format: 'uuid' }),
          verb: Type.Enum(['submit', 'approve', 'reject']),
        }),
        body: TaskAction,
        response: { 200: ExpectedAfter },
      },
    },
    ({ actor, params: { id, verb }, body }) => foreseeTask(work, actor, id, { ...body, verb }),
  )
}
