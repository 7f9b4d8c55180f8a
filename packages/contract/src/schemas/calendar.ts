import { Type, type Static } from 'typebox'

const DayKind = Type.Enum(['workday', 'holiday'])

export const CalendarYear = Type.Object({
  year: Type.Integer(),
  mayChange: Type.Boolean({ description: 'whether the asker may say what a day is' }),
  isKnown: Type.Boolean({ description: 'whether the public holidays of the year are known' }),
  weekdays: Type.Array(Type.Integer(), { description: '1 Monday … 7 Sunday' }),
  spans: Type.Array(Type.Object({ from: Type.String(), to: Type.String() })),
  days: Type.Array(
    Type.Object({
      day: Type.String({ format: 'date' }),
      kind: DayKind,
      origin: Type.Enum(['public', 'catalogue', 'own']),
      note: Type.Optional(Type.String()),
    }),
  ),
})
export type CalendarYear = Static<typeof CalendarYear>

export type CalendarDay = CalendarYear['days'][number]

export const CalendarDayChange = Type.Object(
  { kind: Type.Optional(DayKind), note: Type.Optional(Type.String({ maxLength: 200 })) },
  { additionalProperties: false },
)
export type CalendarDayChange = Static<typeof CalendarDayChange>
