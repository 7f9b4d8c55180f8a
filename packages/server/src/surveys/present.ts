import type { SurveyDetail, SurveySummary } from '@canmou/contract'
import { levelOf } from '../organization/levels.ts'

/** Columns of a survey as its reader sees it; `$1` is the present moment. */
export const summaryColumns = `
  s.id, s.purpose, s.title, s.version, s.status, s.level,
  json_build_object('id', o.id, 'username', o.username, 'name', o.name) as owner,
  s.record_id as "recordId", s.instance_id as "instanceId", s.closes_at as "closesAt", s.quota,
  s.answer_count as "answerCount", s.invitation_count as "invitationCount", s.updated_at as "updatedAt",
  s.published_at as "publishedAt", survey_is_managed(s.owner_id, s.department_id) as "isManaged",
  survey_state(s, $1) = 'open' as "isOpen"`

type Nullable<Row, Key extends keyof Row> = Omit<Row, Key> & { [Name in Key]-?: Row[Name] | null }
export type SummaryRow = Nullable<
  Omit<SurveySummary, 'can' | 'level'>,
  'recordId' | 'instanceId' | 'closesAt' | 'quota' | 'publishedAt'
> & { level: number; isManaged: boolean; isOpen: boolean }
export type DetailRow = SummaryRow &
  Nullable<
    Pick<SurveyDetail, 'definition' | 'revision' | 'versions' | 'publishedHash' | 'openLinkPath'>,
    'publishedHash' | 'openLinkPath'
  >

export function presentSummary({ isManaged, isOpen, level, ...row }: SummaryRow): SurveySummary {
  return {
    ...withoutNulls(row),
    level: levelOf(level),
    can: { manage: isManaged, collect: isOpen },
  } as SurveySummary
}

export function presentDetail(row: DetailRow): SurveyDetail {
  return presentSummary(row) as SurveyDetail
}

/** A field that has no value is left out of an answer. */
export function withoutNulls<Row extends object>(row: Row): Partial<Row> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Partial<Row>
}
