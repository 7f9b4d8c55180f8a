import { CalendarDayChange, CalendarYear } from '@canmou/contract'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Context } from '../http/context.ts'
import { changeDay, describeYear } from './days.ts'

/** 工作日历: which days are worked, for due dates and reminders. */
export function registerCalendar(
  instance: FastifyInstance,
  { database, catalogue, events, now }: Context,
): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const tags = ['calendar']

  app.get(
    '/api/calendar/:year',
    {
      config: { permission: 'signedIn' },
      schema: {
        tags,
        summary: 'The days of a year that differ from an ordinary week',
        params: Type.Object({ year: Type.Integer({ minimum: 2000, maximum: 2100 }) }),
        response: { 200: CalendarYear },
      },
    },
    ({ actor, params }) => describeYear(database, catalogue, actor, params.year),
  )
  app.put(
    '/api/calendar/days/:day',
    {
      config: { permission: 'processAdmin' },
      schema: {
        tags,
        summary: 'Say what a day is; without `kind` it follows the rule again',
        params: Type.Object({ day: Type.String({ format: 'date' }) }),
        body: CalendarDayChange,
        response: { 200: CalendarYear },
      },
    },
    async ({ actor, params: { day }, body }) => {
      await changeDay(database, actor, day, body, now())
      events.emit('jobs')
      return describeYear(database, catalogue, actor, Number(day.slice(0, 4)))
    },
  )
}
