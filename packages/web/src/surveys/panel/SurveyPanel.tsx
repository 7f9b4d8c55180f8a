import type { SurveyPurpose, SurveySummary } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../../api/QueryFailure.tsx'
import { PendingPage } from '../../app/PendingPage.tsx'
import { paths } from '../../app/paths.ts'
import { Sheet } from '../../app/Sheet.tsx'
import { announce } from '../../notify/announce.ts'
import { LinkAndCode } from '../collect/OpenLink.tsx'
import { surveyQuery, surveysOfQuery, useCreateSurvey } from '../queries.ts'
import { AnswerCount, SurveyStateChip } from '../SurveyStateChip.tsx'
import styles from './panel.module.css'

/** What a step's survey is for, by the kind of its document. */
const purposes: Record<SurveyPanelKind, SurveyPurpose> = {
  MRQ: 'research',
  TRS: 'training',
  TRP: 'training',
  TSM: 'training',
  SSF: 'satisfaction',
  SSP: 'satisfaction',
  SRP: 'satisfaction',
}
export type SurveyPanelKind = 'MRQ' | 'TRS' | 'TRP' | 'TSM' | 'SSF' | 'SSP' | 'SRP'

export interface SurveyPanelProps {
  /** The document that the survey belongs to, or the process instance; at least one of them. */
  recordId?: string
  instanceId?: string
  kind: SurveyPanelKind
  /** What a new survey is called; without one, none can be made here. */
  newTitle?: string
}

/** The surveys of a document or of a process, small enough for the page of a task: made, opened, handed out, counted. */
export function SurveyPanel({ recordId, instanceId, kind, newTitle }: SurveyPanelProps) {
  const { t } = useTranslation('surveys')
  const place = recordId === undefined ? { ...(instanceId !== undefined && { instanceId }) } : { recordId }
  const { data, error, refetch } = useQuery(surveysOfQuery(place))
  const create = useCreateSurvey()
  const make = (title: string): void =>
    create.mutate(
      {
        purpose: purposes[kind],
        title,
        ...(recordId !== undefined && { recordId }),
        ...(instanceId !== undefined && { instanceId }),
      },
      { onSuccess: () => announce.done(t('panel.created')) },
    )
  return (
    <Sheet
      isFlush
      title={t('panel.title')}
      extra={
        newTitle !== undefined &&
        data?.items.length === 0 && (
          <Button loading={create.isPending} onClick={() => make(newTitle)}>
            {t('panel.create')}
          </Button>
        )
      }
    >
      {!data && !error && <PendingPage />}
      {!data && error && <QueryFailure error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 && <p className={styles.none}>{t('panel.none')}</p>}
      <ul>
        {data?.items.map((survey) => (
          <PanelEntry key={survey.id} survey={survey} />
        ))}
      </ul>
    </Sheet>
  )
}

function PanelEntry({ survey }: { survey: SurveySummary }) {
  const { t } = useTranslation('surveys')
  const [isShown, setShown] = useState(false)
  return (
    <li className={styles.entry}>
      <p className={styles.line}>
        <Link {...paths.survey(survey.id)} className={styles.title}>
          {survey.title}
        </Link>
        <SurveyStateChip survey={survey} />
        {survey.status !== 'draft' && <AnswerCount survey={survey} />}
      </p>
      <div className={styles.actions}>
        {survey.can.collect && (
          <>
            <Link {...paths.surveyTypeIn(survey.id)}>{t('collect.typeIn')}</Link>
            <button type="button" className={styles.act} onClick={() => setShown(true)}>
              {t('panel.link')}
            </button>
          </>
        )}
        {survey.status !== 'draft' && (
          <Link {...paths.survey(survey.id, 'results')}>{t('panel.results')}</Link>
        )}
      </div>
      {isShown && <LinkDialog survey={survey} close={() => setShown(false)} />}
    </li>
  )
}

function LinkDialog({ survey, close }: { survey: SurveySummary; close: () => void }) {
  const { t } = useTranslation('surveys')
  const { data } = useQuery(surveyQuery(survey.id))
  return (
    <Modal open title={survey.title} footer={null} onCancel={close}>
      {!data && <PendingPage />}
      {data?.openLinkPath && <LinkAndCode survey={survey} path={data.openLinkPath} />}
      {data && !data.openLinkPath && <p>{t('collect.openLinkOff')}</p>}
    </Modal>
  )
}
