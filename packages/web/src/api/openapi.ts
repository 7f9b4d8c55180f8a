import type * as contract from '@canmou/contract'
import type { Static, TSchema } from 'typebox'

/** The routes as the contract shapes them, in the form that openapi-fetch reads. */
interface Json<Body> {
  content: { 'application/json': Body }
}
interface Answers<Answer> {
  200: Json<Answer>
  default: Json<contract.Failure>
}
interface Operation<Answer, Parameters = object> {
  parameters: Parameters
  requestBody?: never
  responses: Answers<Answer>
}
interface OperationWithBody<Answer, Parameters, Body> {
  parameters: Parameters
  requestBody: Json<Body>
  responses: Answers<Answer>
}
type Query<Search> = { query?: Search }
type ById = { path: { id: string } }
type ByVersion = { path: { id: string; version: number } }
type In<Schema extends TSchema> = Static<Schema>
interface Page<Item> {
  items: Item[]
  next?: string
}

export interface paths {
  '/api/health': { get: Operation<{ status: string }> }
  '/api/session': {
    post: OperationWithBody<contract.Me, object, In<typeof contract.SignIn>>
    delete: Operation<undefined>
  }
  '/api/session/demo': {
    get: Operation<contract.DemoAccounts>
  }
  '/api/me': {
    get: Operation<contract.Me>
    patch: OperationWithBody<contract.Me, object, In<typeof contract.MeChange>>
  }
  '/api/processes': { get: Operation<Page<contract.ProcessSummary>> }
  '/api/functions': { get: Operation<Page<contract.DepartmentFunction>> }
  '/api/records/{id}/focus': { get: Operation<contract.StageFocus, ById> }
  '/api/calendar/{year}': { get: Operation<contract.CalendarYear, { path: { year: number } }> }
  '/api/calendar/days/{day}': {
    put: OperationWithBody<contract.CalendarYear, { path: { day: string } }, contract.CalendarDayChange>
  }
  '/api/processes/{id}/check': {
    post: OperationWithBody<contract.DrawingCheck, ById, { xml: string }>
  }
  '/api/processes/{id}/versions': {
    get: Operation<Page<contract.ProcessVersion>, ById>
    post: OperationWithBody<contract.ProcessVersion, ById, contract.VersionDraft>
  }
  '/api/processes/{id}/versions/{version}': {
    get: Operation<contract.VersionDetail, ByVersion>
    put: OperationWithBody<contract.ProcessVersion, ByVersion, contract.VersionDraft>
  }
  '/api/processes/{id}/versions/{version}/review': {
    post: Operation<{ instanceId: string }, ByVersion>
  }
  '/api/processes/{id}': { get: Operation<contract.ProcessDetail, ById> }
  '/api/instances': {
    post: OperationWithBody<contract.InstanceDetail, object, In<typeof contract.InstanceStart>>
  }
  '/api/instances/{id}': { get: Operation<contract.InstanceDetail, ById> }
  '/api/instances/{id}/expected': { get: Operation<In<typeof contract.Expected>, ById> }
  '/api/instances/{id}/verbs': { get: Operation<Page<contract.VerbOffer>, ById> }
  '/api/instances/{id}/{verb}': {
    post: OperationWithBody<
      contract.InstanceDetail,
      { path: { id: string; verb: contract.InstanceVerb } },
      contract.InstanceAction
    >
  }
  '/api/instances/{id}/questions': {
    post: OperationWithBody<contract.InstanceDetail, ById, In<typeof contract.Question>>
  }
  '/api/instances/{id}/diagram': { get: Operation<contract.InstanceDiagram, ById> }
  '/api/tasks': {
    get: Operation<
      Page<contract.BoxItem>,
      Query<{ box?: In<typeof contract.Box>; cursor?: string; limit?: number; q?: string }>
    >
  }
  '/api/tasks/counts': { get: Operation<In<typeof contract.BoxCounts>> }
  '/api/tasks/{id}': { get: Operation<contract.TaskDetail, ById> }
  '/api/tasks/{id}/verbs': { get: Operation<Page<contract.VerbOffer>, ById> }
  '/api/tasks/{id}/{verb}': {
    post: OperationWithBody<
      In<typeof contract.TaskActionDone>,
      { path: { id: string; verb: contract.TaskVerb } },
      contract.TaskAction
    >
  }
  '/api/kinds': { get: Operation<Page<In<typeof contract.RecordKindSummary>>> }
  '/api/kinds/{code}': { get: Operation<In<typeof contract.RecordKind>, { path: { code: string } }> }
  '/api/records': {
    get: Operation<
      Page<contract.RecordSummary>,
      Query<{
        kind?: string
        status?: contract.RecordStatus
        q?: string
        where?: string
        cursor?: string
        limit?: number
      }>
    >
    post: OperationWithBody<contract.RecordDetail, object, contract.RecordCreate>
  }
  '/api/records/{id}': { get: Operation<contract.RecordDetail, ById> }
  '/api/records/{id}/versions': { get: Operation<Page<contract.RecordVersion>, ById> }
  '/api/records/{id}/draft': {
    put: OperationWithBody<In<typeof contract.DraftSaved>, ById, contract.DraftSave>
    delete: Operation<undefined, ById>
  }
  '/api/records/{id}/versions/{version}': {
    get: Operation<contract.RecordVersion, ByVersion>
  }
  '/api/records/{id}/edit': { post: Operation<contract.RecordDetail, ById> }
  '/api/records/{id}/submit': {
    post: OperationWithBody<contract.RecordDetail, ById, contract.RecordSubmit>
  }
  '/api/attachments/{id}': { delete: Operation<undefined, ById> }
  '/api/people': {
    get: Operation<
      Page<contract.PersonOption>,
      Query<{
        q?: string
        position?: string
        department?: string
        includeDisabled?: boolean
        cursor?: string
        limit?: number
      }>
    >
  }
  '/api/positions': { get: Operation<Page<contract.Position>> }
  '/api/departments': { get: Operation<Page<In<typeof contract.Department>>> }
  '/api/organization': { get: Operation<contract.Organization> }
  '/api/organization/people': {
    post: OperationWithBody<contract.InitialPassword, object, contract.PersonDraft>
  }
  '/api/organization/people/{id}': {
    get: Operation<contract.PersonDetail, ById>
    patch: OperationWithBody<undefined, ById, contract.PersonChange>
  }
  '/api/organization/people/{id}/password': { post: Operation<contract.InitialPassword, ById> }
  '/api/organization/people/{id}/open-tasks': { get: Operation<contract.OpenTasks, ById> }
  '/api/organization/departments': {
    post: OperationWithBody<In<typeof contract.Made>, object, contract.DepartmentDraft>
  }
  '/api/organization/departments/{id}': {
    patch: OperationWithBody<undefined, ById, contract.DepartmentChange>
  }
  '/api/organization/positions': {
    post: OperationWithBody<In<typeof contract.Made>, object, contract.PositionDraft>
  }
  '/api/organization/positions/{id}': {
    get: Operation<contract.PositionDetail, ById>
    patch: OperationWithBody<undefined, ById, contract.PositionChange>
  }
  '/api/organization/positions/{id}/open-tasks': { get: Operation<contract.OpenTasks, ById> }
  '/api/organization/assignments': {
    post: OperationWithBody<In<typeof contract.Made>, object, contract.AssignmentDraft>
  }
  '/api/organization/assignments/{id}': {
    patch: OperationWithBody<undefined, ById, contract.AssignmentChange>
  }
  '/api/organization/changes': {
    get: Operation<Page<contract.OrganizationChange>, Query<{ cursor?: string; limit?: number }>>
  }
  '/api/processes/{id}/steps/{elementId}/holders': {
    get: Operation<
      contract.StepHolders,
      { path: { id: string; elementId: string }; query?: { at?: string; level?: contract.Level } }
    >
  }
  '/api/surveys': {
    get: Operation<
      Page<contract.SurveySummary>,
      Query<{
        purpose?: contract.SurveyPurpose
        recordId?: string
        instanceId?: string
        q?: string
        cursor?: string
        limit?: number
      }>
    >
    post: OperationWithBody<contract.SurveyDetail, object, contract.SurveyCreation>
  }
  '/api/surveys/{id}': {
    get: Operation<contract.SurveyDetail, ById>
    put: OperationWithBody<contract.SurveyDetail, ById, contract.SurveySave>
    delete: Operation<undefined, ById>
  }
  '/api/surveys/{id}/publish': {
    post: OperationWithBody<contract.SurveyDetail, ById, In<typeof contract.SurveyPublication>>
  }
  '/api/surveys/{id}/versions': { post: Operation<contract.SurveyDetail, ById> }
  '/api/surveys/{id}/close': { post: Operation<contract.SurveyDetail, ById> }
  '/api/surveys/{id}/reopen': { post: Operation<contract.SurveyDetail, ById> }
  '/api/surveys/{id}/collection': {
    patch: OperationWithBody<contract.SurveyDetail, ById, contract.SurveyCollection>
  }
  '/api/surveys/{id}/invitations': {
    get: Operation<Page<contract.SurveyInvitation>, ById>
    post: OperationWithBody<Page<contract.SurveyInvitation>, ById, contract.SurveyInvitationRequest>
  }
  '/api/surveys/{id}/invitations/{invitationId}': {
    delete: Operation<undefined, { path: { id: string; invitationId: string } }>
  }
  '/api/surveys/{id}/responses': {
    get: Operation<Page<contract.SurveyResponse>, ById & Query<{ cursor?: string; limit?: number }>>
    post: OperationWithBody<contract.AnswersReceived, ById, contract.TypedInAnswers>
  }
  '/api/surveys/{id}/results': { get: Operation<contract.SurveyResults, ById> }
}
