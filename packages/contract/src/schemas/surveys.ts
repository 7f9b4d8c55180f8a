import { Type, type Static } from 'typebox'
import { Id, JsonObject, Level, Person, Time } from './shared.ts'

export const SurveyPurpose = Type.Enum(['research', 'training', 'satisfaction'], {
  description: '市场调研问卷 (MRQ) · 培训调查表 (TRS) · 客户满意度调查表 (SSF)',
})
export type SurveyPurpose = Static<typeof SurveyPurpose>
export const SurveyStatus = Type.Enum(['draft', 'published', 'closed'], {
  description: '设计中 · 收集中 · 已结束',
})
export type SurveyStatus = Static<typeof SurveyStatus>

/** What a score counts towards in 《调查报告》 (SRP.scoreSummary) and in 培训总结 (TSM.avgScores). */
export const SurveyDimension = Type.Enum([
  'quality',
  'delivery',
  'service',
  'price',
  'overall',
  'satisfaction',
  'content',
  'trainer',
  'organization',
])
export type SurveyDimension = Static<typeof SurveyDimension>

export const mostQuestions = 200
export const mostOptions = 100
/** 1 to 5, as every score of the handbook's forms. */
export const usualTopScore = 5

const QuestionId = Type.String({ pattern: '^q[0-9a-z]{1,15}$' })
const strict = { additionalProperties: false }

export const SurveyQuestion = Type.Object(
  {
    id: QuestionId,
    type: Type.Enum(['single', 'multiple', 'text', 'score', 'note'], {
      description: '单选 · 多选 · 填空 · 评分 · 说明文字',
    }),
    text: Type.String({ maxLength: 2000 }),
    required: Type.Boolean(),
    options: Type.Optional(
      Type.Array(Type.String({ maxLength: 200 }), {
        maxItems: mostOptions,
        description: 'of a choice; the answer is the text of the option',
      }),
    ),
    isLong: Type.Optional(Type.Boolean({ description: 'a text of several lines' })),
    top: Type.Optional(
      Type.Integer({ minimum: 2, maximum: 10, description: 'the best score; the worst is 1' }),
    ),
    lowLabel: Type.Optional(Type.String({ maxLength: 20 })),
    highLabel: Type.Optional(Type.String({ maxLength: 20 })),
    dimension: Type.Optional(SurveyDimension),
    showIf: Type.Optional(
      Type.Object(
        { question: QuestionId, equals: Type.Union([Type.String({ maxLength: 200 }), Type.Integer()]) },
        strict,
      ),
    ),
  },
  strict,
)
export type SurveyQuestion = Static<typeof SurveyQuestion>

export const SurveyDefinition = Type.Object(
  {
    instruction: Type.Optional(Type.String({ maxLength: 10000, description: '填写说明' })),
    thanks: Type.Optional(Type.String({ maxLength: 1000, description: 'shown after the answers were sent' })),
    questions: Type.Array(SurveyQuestion, { maxItems: mostQuestions }),
  },
  strict,
)
export type SurveyDefinition = Static<typeof SurveyDefinition>

const Title = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })

export const SurveyCreation = Type.Object(
  {
    purpose: SurveyPurpose,
    title: Title,
    level: Type.Optional(Level),
    recordId: Type.Optional(Id),
    instanceId: Type.Optional(Id),
    isBlank: Type.Optional(
      Type.Boolean({ description: 'without the handbook’s own questions and those of the document' }),
    ),
  },
  strict,
)
export type SurveyCreation = Static<typeof SurveyCreation>

export const SurveySave = Type.Object(
  {
    title: Title,
    definition: SurveyDefinition,
    revision: Type.Integer({ minimum: 1, description: 'the revision that was edited' }),
  },
  strict,
)
export type SurveySave = Static<typeof SurveySave>

export const SurveyPublication = Type.Object({ revision: Type.Integer({ minimum: 1 }) }, strict)

/** How answers are collected; it may change while the questionnaire itself is frozen. `null` takes a limit away. */
export const SurveyCollection = Type.Object(
  {
    closesAt: Type.Optional(Type.Union([Time, Type.Null()])),
    quota: Type.Optional(Type.Union([Type.Integer({ minimum: 1, maximum: 1_000_000 }), Type.Null()])),
    hasOpenLink: Type.Optional(
      Type.Boolean({ description: 'switched off and on again, it is another link' }),
    ),
  },
  strict,
)
export type SurveyCollection = Static<typeof SurveyCollection>

export const SurveySummary = Type.Object({
  id: Id,
  purpose: SurveyPurpose,
  title: Type.String(),
  version: Type.Integer({ minimum: 1 }),
  status: SurveyStatus,
  level: Level,
  owner: Person,
  recordId: Type.Optional(Id),
  instanceId: Type.Optional(Id),
  closesAt: Type.Optional(Time),
  quota: Type.Optional(Type.Integer()),
  answerCount: Type.Integer(),
  invitationCount: Type.Integer(),
  updatedAt: Time,
  publishedAt: Type.Optional(Time),
  can: Type.Object({
    manage: Type.Boolean({ description: 'design, publish, close, hand out links' }),
    collect: Type.Boolean({ description: 'answers are accepted now' }),
  }),
})
export type SurveySummary = Static<typeof SurveySummary>

export const SurveyDetail = Type.Intersect([
  SurveySummary,
  Type.Object({
    definition: SurveyDefinition,
    revision: Type.Integer(),
    publishedHash: Type.Optional(Type.String({ description: 'SHA-256 of title and definition' })),
    openLinkPath: Type.Optional(Type.String({ description: '/s/…, while there is an open link' })),
    /** All versions of the questionnaire, the newest first. */
    versions: Type.Array(Type.Object({ id: Id, version: Type.Integer(), status: SurveyStatus })),
  }),
])
export type SurveyDetail = Static<typeof SurveyDetail>

export const SurveyInvitation = Type.Object({
  id: Id,
  label: Type.String({ description: 'whom the link is for' }),
  customerId: Type.Optional(Id),
  customerName: Type.Optional(Type.String()),
  path: Type.String({ description: '/s/…' }),
  usedAt: Type.Optional(Time),
})
export type SurveyInvitation = Static<typeof SurveyInvitation>
export const SurveyInvitationRequest = Type.Object(
  {
    invitations: Type.Array(
      Type.Object(
        {
          label: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
          customerId: Type.Optional(Id),
        },
        strict,
      ),
      { minItems: 1, maxItems: 500 },
    ),
  },
  strict,
)
export type SurveyInvitationRequest = Static<typeof SurveyInvitationRequest>

export const SurveyChannel = Type.Enum(['openLink', 'personalLink', 'typedIn'], {
  description: '公开链接 · 个人链接 · 代为录入',
})
export type SurveyChannel = Static<typeof SurveyChannel>

/** By question id: text of the option, list of texts, text, or score. */
export const SurveyAnswers = JsonObject
export type SurveyAnswers = Static<typeof SurveyAnswers>

export const TypedInAnswers = Type.Object(
  {
    answers: SurveyAnswers,
    customerId: Type.Optional(Id),
    respondent: Type.Optional(Type.String({ maxLength: 200, description: '受访人' })),
  },
  strict,
)
export type TypedInAnswers = Static<typeof TypedInAnswers>

export const SurveyResponse = Type.Object({
  id: Id,
  channel: SurveyChannel,
  respondent: Type.Optional(Type.String()),
  customerId: Type.Optional(Id),
  customerName: Type.Optional(Type.String()),
  collectedBy: Type.Optional(Person),
  submittedAt: Time,
  answers: SurveyAnswers,
})
export type SurveyResponse = Static<typeof SurveyResponse>

/** The results of one question, counted by the database. */
export const SurveyQuestionResult = Type.Object({
  question: Type.String(),
  answered: Type.Integer(),
  counts: Type.Array(
    Type.Object({ value: Type.Union([Type.String(), Type.Number()]), count: Type.Integer() }),
    { description: 'of a choice or a score; values that nobody chose are left out' },
  ),
  average: Type.Optional(Type.Number()),
  lowest: Type.Optional(Type.Number()),
  texts: Type.Optional(Type.Array(Type.String(), { description: 'the newest of a text question' })),
})
export type SurveyQuestionResult = Static<typeof SurveyQuestionResult>

export const SurveyResults = Type.Object({
  answerCount: Type.Integer(),
  byChannel: Type.Array(Type.Object({ channel: SurveyChannel, count: Type.Integer() })),
  invited: Type.Integer(),
  responseRate: Type.Optional(
    Type.Number({ description: 'percent; absent where nobody knows who was asked' }),
  ),
  lastAnswerAt: Type.Optional(Time),
  questions: Type.Array(SurveyQuestionResult),
})
export type SurveyResults = Static<typeof SurveyResults>

/** The numbers of all versions of a questionnaire, named as in 《调查报告》 (SRP) and 培训总结 (TSM.avgScores). */
export const SurveyFigures = Type.Object({
  sampleCount: Type.Integer(),
  responseRate: Type.Union([Type.Number(), Type.Null()]),
  scoreSummary: Type.Array(
    Type.Object({ dimension: SurveyDimension, average: Type.Number(), lowest: Type.Integer() }),
  ),
})
export type SurveyFigures = Static<typeof SurveyFigures>

/** What somebody with a link sees, without an account. */
export const PublicSurvey = Type.Object({
  state: Type.Enum(['open', 'closed', 'full', 'answered']),
  title: Type.String(),
  /** Present while `open`; `hash` is sent back with the answers. */
  definition: Type.Optional(SurveyDefinition),
  hash: Type.Optional(Type.String()),
})
export type PublicSurvey = Static<typeof PublicSurvey>
export const PublicAnswers = Type.Object(
  { hash: Type.String({ pattern: '^[0-9a-f]{64}$' }), answers: SurveyAnswers },
  strict,
)
export type PublicAnswers = Static<typeof PublicAnswers>
export const AnswersReceived = Type.Object({ receivedAt: Time, thanks: Type.Optional(Type.String()) })
export type AnswersReceived = Static<typeof AnswersReceived>

/** Answers as rows of the table of answer sheets (TSA, SSA): values by the names of its columns. */
export const AnswerSheet = Type.Object({ rows: Type.Array(JsonObject) })
export type AnswerSheet = Static<typeof AnswerSheet>
