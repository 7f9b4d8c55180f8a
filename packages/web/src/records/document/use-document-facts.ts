import type { RecordSummary } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../../i18n/format.ts'
import type { RecordModel } from '../form/field-model.ts'

/** The lines under a document's title: 编号 · 版本 · 编制人 · 编制部门 · 表单编号 (domain.md §11, common header). */
export function useDocumentFacts(
  record: Pick<RecordSummary, 'number' | 'owner' | 'departmentName' | 'version'>,
  model: RecordModel | undefined,
  submitted?: { at: string; by: string },
): { label: string; value: string }[] {
  const { t } = useTranslation('records')
  return [
    { label: t('page.number'), value: record.number ?? t('list.noNumber') },
    ...(record.version > 0
      ? [{ label: t('page.version'), value: t('version', { version: record.version }) }]
      : []),
    { label: t('page.owner'), value: record.owner.name },
    { label: t('page.department'), value: record.departmentName },
    ...(submitted
      ? [
          { label: t('page.submittedBy'), value: submitted.by },
          { label: t('page.submittedAt'), value: formatDateTime(submitted.at) },
        ]
      : []),
    ...(model?.templateNo ? [{ label: t('page.templateNo'), value: model.templateNo }] : []),
  ]
}
