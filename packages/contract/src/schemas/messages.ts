import { Type, type Static } from 'typebox'
import { Id, JsonObject, Person } from './shared.ts'

const Name = Type.String({ minLength: 1, maxLength: 200, description: 'as the drawing names it' })
const Data = Type.Optional(JsonObject)

export const MessageToSend = Type.Object(
  {
    name: Name,
    correlationKey: Type.Union([Type.String({ minLength: 1, maxLength: 1000 }), Type.Number()], {
      description: 'what tells one receiver from another, such as the number of an order',
    }),
    data: Data,
    timeToLive: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 30 * 24 * 3600,
        description: 'seconds for which it is kept while nothing waits for it; an hour unless given',
      }),
    ),
  },
  { additionalProperties: false },
)

export const SignalToSend = Type.Object({ name: Name, data: Data }, { additionalProperties: false })

/** The message or signal was taken; it is delivered after the answer. */
export const MessageSent = Type.Object({ id: Id })

/** A message that nothing took within its time to live; what it carried is not kept. */
export const ExpiredMessage = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  correlationKey: Type.String({ description: 'for which of the receivers it was' }),
  sentAt: Type.String({ format: 'date-time' }),
  expiresAt: Type.String({ format: 'date-time' }),
  by: Type.Optional(Person),
  instance: Type.Optional(Type.Object({ id: Id, number: Type.String(), title: Type.String() })),
  awaitedBy: Type.Array(Type.String(), {
    description: 'names of the processes that wait for such a message',
  }),
})
export type ExpiredMessage = Static<typeof ExpiredMessage>
