import type { SurveyPurpose } from '@canmou/contract'
import type { RecordSearch } from '../records/record-search.ts'
import type { SurveyPart } from '../surveys/parts.ts'
import type { BoxName } from '../work/boxes.ts'
import type { RunSearch } from '../work/run-search.ts'

/**
 * Every address of the web, by name. Spread one into a link (`<Link {...paths.task(id)}>`) or pass it to `navigate`;
 * nothing else in the web spells an address.
 */
export const paths = {
  signIn: (back?: string) => ({ to: '/signin', search: back ? { back } : {} }) as const,
  workbench: () => ({ to: '/' }) as const,
  box: (box: BoxName, q?: string) =>
    ({ to: '/inbox/$box', params: { box }, search: q ? { q } : {} }) as const,
  start: () => ({ to: '/start' }) as const,
  startForm: (processId: string) => ({ to: '/start/$processId', params: { processId } }) as const,
  startRoute: (routeId: string) => ({ to: '/start/route/$routeId', params: { routeId } }) as const,
  functions: () => ({ to: '/functions' }) as const,
  processes: () => ({ to: '/processes' }) as const,
  process: (processId: string) => ({ to: '/processes/$processId', params: { processId } }) as const,
  processVersion: (processId: string, version: number) =>
    ({ to: '/processes/$processId/versions/$version', params: { processId, version } }) as const,
  newProcessVersion: (processId: string) =>
    ({ to: '/processes/$processId/versions/new', params: { processId } }) as const,
  editProcessVersion: (processId: string, version: number) =>
    ({ to: '/processes/$processId/versions/$version/edit', params: { processId, version } }) as const,
  calendar: (year?: number) => ({ to: '/calendar', search: year === undefined ? {} : { year } }) as const,
  runs: (search: RunSearch = {}) => ({ to: '/instances', search }) as const,
  instance: (instanceId: string) => ({ to: '/instances/$instanceId', params: { instanceId } }) as const,
  verbRules: () => ({ to: '/help/verbs' }) as const,
  task: (taskId: string, document?: string) =>
    ({ to: '/tasks/$taskId', params: { taskId }, search: document ? { document } : {} }) as const,
  records: (search: RecordSearch = {}) => ({ to: '/records', search }) as const,
  entry: (recordId: string) => ({ to: '/records/$recordId/edit', params: { recordId } }) as const,
  record: (recordId: string, search: { version?: number; compare?: number } = {}) =>
    ({ to: '/records/$recordId', params: { recordId }, search }) as const,
  organization: (search: { department?: string; q?: string } = {}) =>
    ({ to: '/organization', search }) as const,
  person: (personId: string) => ({ to: '/organization/people/$personId', params: { personId } }) as const,
  position: (positionId: string) =>
    ({ to: '/organization/positions/$positionId', params: { positionId } }) as const,
  organizationChanges: () => ({ to: '/organization/changes' }) as const,
  system: () => ({ to: '/system' }) as const,
  substitutions: () => ({ to: '/substitutions' }) as const,
  surveys: (search: { purpose?: SurveyPurpose; q?: string } = {}) => ({ to: '/surveys', search }) as const,
  survey: (surveyId: string, part?: SurveyPart) =>
    ({ to: '/surveys/$surveyId', params: { surveyId }, search: part ? { part } : {} }) as const,
  surveyTypeIn: (surveyId: string) => ({ to: '/surveys/$surveyId/fill', params: { surveyId } }) as const,
}
