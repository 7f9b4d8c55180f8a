import { Type } from 'typebox'
import { Id, JsonObject } from './shared.ts'

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
