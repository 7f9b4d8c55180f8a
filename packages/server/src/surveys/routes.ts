import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import {
  AnswerSheet,
  Id,
  pageOf,
  SurveyCollection,
  SurveyCreation,
  SurveyDetail,
  SurveyFigures,
  SurveyInvitation,
  SurveyInvitationRequest,
  SurveyPublication,
  SurveyPurpose,
  SurveyResponse,
  SurveyResults,
  SurveySave,
  SurveySummary,
  TypedInAnswers,
  AnswersReceived,
} from '@canmou/contract'
import { answerSheet } from './answer-sheet.ts'
import type { Context } from '../http/context.ts'
import { typeInAnswers } from './answering.ts'
import { closeSurvey, reopenSurvey, setCollection } from './collection.ts'
import { correctSurvey, createSurvey, discardSurvey, publishSurvey, saveSurvey } from './design.ts'
import { invite, listInvitations, withdrawInvitation } from './invitations.ts'
import { registerPublicSurveys } from './public-routes.ts'
import { countResults, listResponses, summarizeSurvey } from './results.ts'
import { describeSurvey, listSurveys } from './survey-pages.ts'

const byId = Type.Object({ id: Id })
const config = { permission: 'signedIn' } as const
const tags = ['surveys']
const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 100 }))

/** 问卷: designed, published, answered and counted; one engine for research, training and satisfaction. */
export function registerSurveys(instance: FastifyInstance, context: Context): void {
  registerPages(instance, context)
  registerDesign(instance, context)
  registerCollecting(instance, context)
  registerInvitations(instance, context)
  registerResults(instance, context)
  void instance.register((scope) => registerPublicSurveys(scope, context))
}

function registerPages(instance: FastifyInstance, context: Context): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.get(
    '/api/surveys',
    {
      config,
      schema: {
        tags,
        summary: 'Surveys that I see: all, or those of a document or a process instance',
        querystring: Type.Object({
          purpose: Type.Optional(SurveyPurpose),
          recordId: Type.Optional(Id),
          instanceId: Type.Optional(Id),
          q: Type.Optional(Type.String({ maxLength: 100 })),
          cursor: Type.Optional(Id),
          limit,
        }),
        response: { 200: pageOf(SurveySummary) },
      },
    },
    (request) => listSurveys(context, request.actor, request.query),
  )
  app.get(
    '/api/surveys/:id',
    { config, schema: { tags, summary: 'A questionnaire', params: byId, response: { 200: SurveyDetail } } },
    (request) => describeSurvey(context, request.actor, request.params.id),
  )
}

function registerDesign(instance: FastifyInstance, context: Context): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.post(
    '/api/surveys',
    {
      config,
      schema: {
        tags,
        summary: 'Begin a questionnaire',
        body: SurveyCreation,
        response: { 201: SurveyDetail },
      },
    },
    async (request, reply) => reply.code(201).send(await createSurvey(context, request.actor, request.body)),
  )
  app.put(
    '/api/surveys/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Save a draft',
        params: byId,
        body: SurveySave,
        response: { 200: SurveyDetail },
      },
    },
    (request) => saveSurvey(context, request.actor, request.params.id, request.body),
  )
  app.delete(
    '/api/surveys/:id',
    { config, schema: { tags, summary: 'Throw a draft away', params: byId, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await discardSurvey(context, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/surveys/:id/publish',
    {
      config,
      schema: {
        tags,
        summary: 'Freeze the questionnaire and open it to respondents',
        params: byId,
        body: SurveyPublication,
        response: { 200: SurveyDetail },
      },
    },
    (request) => publishSurvey(context, request.actor, request.params.id, request.body.revision),
  )
  app.post(
    '/api/surveys/:id/versions',
    {
      config,
      schema: {
        tags,
        summary: 'The next version of a published questionnaire, as a draft',
        params: byId,
        response: { 200: SurveyDetail },
      },
    },
    (request) => correctSurvey(context, request.actor, request.params.id),
  )
}

function registerCollecting(instance: FastifyInstance, context: Context): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.patch(
    '/api/surveys/:id/collection',
    {
      config,
      schema: {
        tags,
        summary: 'Closing date, quota, open link',
        params: byId,
        body: SurveyCollection,
        response: { 200: SurveyDetail },
      },
    },
    (request) => setCollection(context, request.actor, request.params.id, request.body),
  )
  app.post(
    '/api/surveys/:id/close',
    { config, schema: { tags, summary: 'Stop collecting', params: byId, response: { 200: SurveyDetail } } },
    (request) => closeSurvey(context, request.actor, request.params.id),
  )
  app.post(
    '/api/surveys/:id/reopen',
    { config, schema: { tags, summary: 'Collect again', params: byId, response: { 200: SurveyDetail } } },
    (request) => reopenSurvey(context, request.actor, request.params.id),
  )
}

function registerInvitations(instance: FastifyInstance, context: Context): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.get(
    '/api/surveys/:id/invitations',
    {
      config,
      schema: { tags, summary: 'Personal links', params: byId, response: { 200: pageOf(SurveyInvitation) } },
    },
    async (request) => ({ items: await listInvitations(context, request.actor, request.params.id) }),
  )
  app.post(
    '/api/surveys/:id/invitations',
    {
      config,
      schema: {
        tags,
        summary: 'Make personal links, each answered once',
        params: byId,
        body: SurveyInvitationRequest,
        response: { 201: pageOf(SurveyInvitation) },
      },
    },
    async (request, reply) =>
      reply.code(201).send({ items: await invite(context, request.actor, request.params.id, request.body) }),
  )
  app.delete(
    '/api/surveys/:id/invitations/:invitationId',
    {
      config,
      schema: {
        tags,
        summary: 'Take back a link that was not answered',
        params: Type.Object({ id: Id, invitationId: Id }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { id, invitationId } = request.params
      await withdrawInvitation(context, request.actor, id, invitationId)
      return reply.code(204).send(null)
    },
  )
}

function registerResults(instance: FastifyInstance, context: Context): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.post(
    '/api/surveys/:id/responses',
    {
      config,
      bodyLimit: 256 * 1024,
      schema: {
        tags,
        summary: 'Type in the answers of a customer',
        params: byId,
        headers: Type.Object({ 'idempotency-key': Type.String({ minLength: 8, maxLength: 200 }) }),
        body: TypedInAnswers,
        response: { 201: AnswersReceived },
      },
    },
    async (request, reply) => {
      const { params, body, headers } = request
      return reply
        .code(201)
        .send(await typeInAnswers(context, request.actor, params.id, body, headers['idempotency-key']))
    },
  )
  app.get(
    '/api/surveys/:id/responses',
    {
      config,
      schema: {
        tags,
        summary: 'The answers that I may see',
        params: byId,
        querystring: Type.Object({ cursor: Type.Optional(Id), limit }),
        response: { 200: pageOf(SurveyResponse) },
      },
    },
    (request) =>
      listResponses(context, request.actor, request.params.id, request.query.cursor, request.query.limit),
  )
  app.get(
    '/api/surveys/:id/results',
    {
      config,
      schema: { tags, summary: 'Counted by question', params: byId, response: { 200: SurveyResults } },
    },
    (request) => countResults(context, request.actor, request.params.id),
  )
  app.get(
    '/api/surveys/:id/sheet',
    {
      config,
      schema: {
        tags,
        summary: 'The answers as rows of the table of answer sheets',
        params: byId,
        response: { 200: AnswerSheet },
      },
    },
    (request) => answerSheet(context, request.actor, request.params.id),
  )
  app.get(
    '/api/surveys/:id/summary',
    {
      config,
      schema: {
        tags,
        summary: 'The numbers that 《调查报告》 and 培训总结 take over, over all versions',
        params: byId,
        response: { 200: SurveyFigures },
      },
    },
    (request) => summarizeSurvey(context, request.actor, request.params.id),
  )
}
